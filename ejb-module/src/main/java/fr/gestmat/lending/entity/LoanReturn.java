package fr.gestmat.lending.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a loan ended at a desk.
 *
 * @param at when the device came back; may be back-dated (L003)
 * @param recorded when, where and by whom that was recorded
 * @param grade condition, if the agent said it
 * @param place storage place, if the agent chose one
 */
public record LoanReturn(
    Instant at, Sighting recorded, @Nullable ConditionGrade grade, @Nullable String place) {}
