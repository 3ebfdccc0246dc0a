package fr.gestmat.lending.control.label;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.control.query.DeviceSql;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.reports.label.Label;
import fr.gestmat.reports.label.LabelSheets;
import fr.gestmat.reports.label.Printed;
import fr.gestmat.reports.label.ZplLabels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes the labels of devices that somebody may see. To be called outside of a transaction. */
@ApplicationScoped
public class LabelWriter {

  private static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };
  private static final int TAGS_AT_ONCE = 500;

  @Inject private ReadModel database;
  @Inject private Today today;
  @Inject private FileStore files;
  @Inject private BackgroundTasks tasks;
  @Inject private Journal journal;
  @Inject private LabelWriter inTransaction;

  /** How many labels the order comes to, of what the caller may see now. */
  public long count(Caller who, LabelOrder order) {
    return order.tags().isEmpty()
        ? database.number(new SqlText().add("select count(*) n").add(devices(who, order.filter())))
        : order.tags().size();
  }

  /** Hands the order in as a background task. */
  public UUID handIn(Caller who, LabelOrder order) {
    return tasks.handIn(
        new NewTask(
            LabelWork.KIND, who.authorityId(), null, who.accountId(), who.name(), order.toJson()));
  }

  /**
   * Writes the sheets; a device whose label can't be printed is left out, with its reason.
   *
   * @throws IOException if the file could not be written whole; nothing is left then
   */
  public LabelsMade write(Caller who, LabelOrder order) throws IOException {
    List<LabelsMade.Left> left = new ArrayList<>();
    List<Label> labels =
        order.tags().isEmpty() ? ofFilter(who, order.filter()) : ofTags(who, order.tags(), left);
    Path file = files.newFile();
    try {
      Printed printed = print(file, order, labels);
      printed
          .unprintable()
          .forEach(
              u ->
                  left.add(
                      new LabelsMade.Left(
                          u.label().code(), LabelsMade.Reason.valueOf(u.reason().name()))));
      Optional<UUID> kept =
          printed.labels() == 0
              ? Optional.empty()
              : Optional.of(inTransaction.keep(who, file, order.output(), printed.labels()));
      return new LabelsMade(kept, printed.labels(), left);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Printed print(Path file, LabelOrder order, List<Label> labels) throws IOException {
    return order.output().needsRoll()
        ? ZplLabels.write(file, order.format(), order.output().dpi(), order.symbology(), labels)
        : LabelSheets.write(file, order.format(), order.symbology(), order.first(), labels);
  }

  /** Keeps the file and writes the journal. */
  @InTransaction
  public UUID keep(Caller who, Path file, LabelOutput output, int labels) throws IOException {
    Scope scope = who.scope(READERS);
    LocalDate day = today.in(who.authorityId());
    StoredFile kept =
        files.keep(
            FileOwner.of(scope, who.accountId()),
            new FileLabel(
                FilePurpose.LABELS, "Étiquettes " + day + output.extension(), output.mediaType()),
            file);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            LendingAction.LABELS_PRINTED.name(),
            "FILE",
            kept.id(),
            null,
            Json.createObjectBuilder().add("labels", labels).build().toString()));
    return kept.publicId();
  }

  private List<Label> ofFilter(Caller who, DeviceFilter filter) {
    return database.list(
        new SqlText()
            .add("select d.asset_tag, m.name model, h.name school")
            .add(devices(who, filter))
            .add("order by d.asset_tag limit ?", LabelOrder.MOST),
        LabelWriter::label);
  }

  private List<Label> ofTags(Caller who, List<String> tags, List<LabelsMade.Left> left) {
    Map<String, Label> found = new HashMap<>();
    for (int from = 0; from < tags.size(); from += TAGS_AT_ONCE) {
      List<String> some = tags.subList(from, Math.min(tags.size(), from + TAGS_AT_ONCE));
      database
          .list(
              new SqlText()
                  .add("select d.asset_tag, m.name model, h.name school")
                  .add(devices(who, DeviceFilter.ALL))
                  .in("and d.asset_tag in", some),
              LabelWriter::label)
          .forEach(label -> found.put(label.code(), label));
    }
    List<Label> labels = new ArrayList<>();
    for (String tag : tags) {
      Optional.ofNullable(found.get(tag))
          .ifPresentOrElse(
              labels::add, () -> left.add(new LabelsMade.Left(tag, LabelsMade.Reason.UNKNOWN)));
    }
    return labels;
  }

  private SqlText devices(Caller who, DeviceFilter filter) {
    return DeviceSql.from(who.scope(READERS), filter, today.in(who.authorityId()));
  }

  private static Label label(Row row) throws SQLException {
    return new Label(row.text("asset_tag"), row.text("model"), row.text("school"));
  }
}
