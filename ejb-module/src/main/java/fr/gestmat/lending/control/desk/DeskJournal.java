package fr.gestmat.lending.control.desk;

import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.desk.Effects.Work;
import fr.gestmat.lending.control.kit.KitLine;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceMemento;
import fr.gestmat.lending.entity.Loan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a desk writes in the journal: one line a change, with what was before and after. */
@ApplicationScoped
public class DeskJournal {

  /** Type of the subject of every line about a device. */
  public static final String DEVICE = "DEVICE";

  @Inject private Journal journal;

  /** A line about a device and the loan that the scan was about. */
  void write(Work work, LendingAction action, Device device, Optional<Loan> loan) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = Json.generator(text)) {
      json.writeStartObject();
      json.write("scan", work.request().scanId().toString());
      json.write("code", cut(work.request().code()));
      json.write("stationClock", work.request().scannedAt().toString());
      loan.ifPresent(l -> json.write("loan", l.publicId().toString()));
      loan.map(Loan::returnedAt).ifPresent(at -> json.write("returnedAt", at.toString()));
      if (work.request().reason() != null) {
        json.write("reason", work.request().reason());
      }
      change(json, work.touched().before(device), DeviceMemento.of(device));
      json.writeEnd();
    }
    journal.write(event(work.station(), action, device, loan.map(Loan::pupilId), text.toString()));
  }

  /** A line about what was said of a kit. */
  void writeKit(
      Station station,
      LendingAction action,
      Device device,
      Loan loan,
      UUID scanId,
      List<KitLine> lines,
      DeviceMemento before) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = Json.generator(text)) {
      json.writeStartObject();
      json.write("scan", scanId.toString());
      json.write("loan", loan.publicId().toString());
      json.writeStartArray("pieces");
      for (KitLine line : lines) {
        json.writeStartObject().write("name", line.name());
        json.write("fault", line.fault().name()).write("quantity", line.quantity()).writeEnd();
      }
      json.writeEnd();
      change(json, Optional.of(before), DeviceMemento.of(device));
      json.writeEnd();
    }
    journal.write(event(station, action, device, Optional.of(loan.pupilId()), text.toString()));
  }

  /** A line about a scan that was undone. */
  void writeUndone(Station station, Device device, String scanId, DeviceMemento before) {
    StringWriter text = new StringWriter(128);
    try (JsonGenerator json = Json.generator(text)) {
      json.writeStartObject();
      json.write("scan", scanId);
      change(json, Optional.of(before), DeviceMemento.of(device));
      json.writeEnd();
    }
    journal.write(
        event(station, LendingAction.SCAN_UNDONE, device, Optional.empty(), text.toString()));
  }

  private static JournalEvent event(
      Station station, LendingAction action, Device device, Optional<Long> pupil, String detail) {
    return new JournalEvent(
        station.caller().authorityId(),
        station.school().id(),
        station.caller().accountId(),
        station.caller().name(),
        action.name(),
        DEVICE,
        device.id(),
        pupil.orElse(null),
        detail);
  }

  private static void change(
      JsonGenerator json, Optional<DeviceMemento> before, DeviceMemento after) {
    if (before.isEmpty()) {
      json.write("state", after.state().name());
      return;
    }
    json.writeStartObject("changed");
    change(json, "state", before.get().state(), after.state());
    change(json, "grade", before.get().grade(), after.grade());
    change(json, "storage", before.get().storage(), after.storage());
    json.writeEnd();
  }

  private static void change(
      JsonGenerator json, String name, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      json.writeStartArray(name);
      Json.write(json, before);
      Json.write(json, after);
      json.writeEnd();
    }
  }

  private static String cut(String code) {
    return code.length() <= 64 ? code : code.substring(0, 64);
  }
}
