package fr.gestmat.lending.control.takeover;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.control.sheet.Columns;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetLines.Judged;
import fr.gestmat.lending.control.sheet.SheetPass;
import fr.gestmat.lending.control.takeover.TakeoverMatch.KnownDevice;
import fr.gestmat.lending.control.takeover.TakeoverMatch.KnownPupil;
import fr.gestmat.lending.control.takeover.TakeoverMatch.Verdict;
import fr.gestmat.lending.control.takeover.TakeoverReader.Understood;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the rows of a takeover by what is known of their devices and pupils. */
@ApplicationScoped
public class TakeoverCheck {

  @Inject private TakeoverKnown known;
  @Inject private Today today;
  @Inject private ReferenceData reference;

  /** Who judges the rows of this file, from its first to its last. */
  SheetPass.Judge of(SentSheet takeover, Scope scope) {
    TakeoverReader reader =
        new TakeoverReader(
            Columns.of(TakeoverField.class, takeover.columns()),
            reference.fresh(takeover.authorityId()).tags(),
            today.in(takeover.authorityId()));
    Map<String, Long> schools = known.schools(scope);
    Set<String> tags = new HashSet<>();
    return rows ->
        judge(
            scope, schools, rows.stream().map(row -> understand(reader.read(row), tags)).toList());
  }

  private static Understood understand(Understood understood, Set<String> tags) {
    String tag = understood.row().tag();
    if (!tag.isEmpty() && !tags.add(tag)) {
      understood.wrong().add(TakeoverReason.TAG_TWICE);
    }
    return understood;
  }

  private List<Judged> judge(Scope scope, Map<String, Long> schools, List<Understood> batch) {
    List<TakeoverRow> rows = batch.stream().map(Understood::row).toList();
    Map<String, KnownDevice> devices =
        known.devices(
            scope,
            rows.stream()
                .map(TakeoverRow::tag)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.toSet()));
    Set<Long> meant =
        rows.stream()
            .map(r -> school(r, schools))
            .filter(id -> id != 0)
            .collect(Collectors.toSet());
    List<KnownPupil> pupils = known.pupils(scope, rows, meant);
    return batch.stream().map(u -> judge(u, schools, devices, pupils)).toList();
  }

  private static Judged judge(
      Understood understood,
      Map<String, Long> schools,
      Map<String, KnownDevice> devices,
      List<KnownPupil> pupils) {
    TakeoverRow row = understood.row();
    long school = school(row, schools);
    Verdict verdict =
        understood.wrong().stream()
            .findFirst()
            .or(() -> school == 0 ? Optional.of(TakeoverReason.SCHOOL_UNKNOWN) : Optional.empty())
            .map(Verdict::refused)
            .orElseGet(
                () ->
                    TakeoverMatch.decide(row, Optional.ofNullable(devices.get(row.tag())), pupils));
    return new Judged(
        row.line(),
        row.tag(),
        row.toJson(),
        verdict.outcome(),
        verdict.reason(),
        school,
        verdict.pupil().orElse(0L));
  }

  /** The row's school; who has one school need not name it. 0 if there is none. */
  private static long school(TakeoverRow row, Map<String, Long> schools) {
    if (row.uai().isEmpty()) {
      return schools.size() == 1 ? schools.values().iterator().next() : 0;
    }
    return schools.getOrDefault(row.uai(), 0L);
  }
}
