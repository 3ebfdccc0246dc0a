package fr.gestmat.demo.territory;

import fr.gestmat.lending.entity.DeviceState;
import java.time.LocalDate;

/**
 * A laptop to be written, and what it goes through.
 *
 * @param id database id
 * @param home school that it belongs to
 * @param purchasedOn day of purchase
 * @param state where its life has led it
 */
record SampleDevice(
    long id,
    String tag,
    SampleModel model,
    School home,
    LocalDate purchasedOn,
    DeviceState state) {}
