package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.FeedClass;
import fr.gestmat.directory.control.feed.FeedLink;
import fr.gestmat.directory.control.feed.FeedPupil;
import fr.gestmat.directory.control.feed.LinkCodes;
import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.directory.control.feed.ProblemKind;
import fr.gestmat.directory.control.feed.Regime;
import fr.gestmat.directory.entity.FeedSource;
import fr.gestmat.directory.entity.GuardianshipKind;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pupils of a set with their links: who is new, who changed, who moved. */
final class PupilStage implements AutoCloseable {

  private static final int AT_ONCE = 250;
  private static final int LONGEST_LINE = 250;

  private final ImportSet set;
  private final ProblemRows problems;
  private final SchoolStage schools;
  private final KnownPupils known;
  private final RowBatch full;
  private final RowBatch slim;
  private final RowBatch links;
  private final StagedTwice twice;
  private final ContentHash hash = new ContentHash();
  private final Map<String, FeedPupil> grades = new HashMap<>();
  private final List<FeedPupil> waiting = new ArrayList<>(AT_ONCE);
  private int count;
  private int linkCount;
  private long oldLinks;
  private long newLinks;

  PupilStage(Connection connection, ImportSet set, ProblemRows problems, SchoolStage schools)
      throws SQLException {
    this.set = set;
    this.problems = problems;
    this.schools = schools;
    this.known = new KnownPupils(connection, set);
    this.twice = new StagedTwice(connection, "staged_pupil", set.importId());
    this.full =
        new RowBatch(
            connection,
            "staged_pupil (import_id, external_id, uai, school_external_id, outcome, pupil_id,"
                + " public_id, content_hash, class_name, mef_code, ine, family_name, given_name,"
                + " birth_date, boarding_status, meals_a_week, boarding_text, left_on,"
                + " search_name, name_tokens, class_names, group_names, file_name, line)",
            24,
            AT_ONCE + 1);
    this.slim =
        new RowBatch(
            connection,
            "staged_pupil (import_id, external_id, uai, school_external_id, outcome, pupil_id,"
                + " file_name, line)",
            8,
            AT_ONCE + 1);
    this.links =
        new RowBatch(
            connection,
            "staged_guardianship (import_id, pupil_external_id, guardian_external_id, rank_order,"
                + " kind, authority_code, pays_fees, is_contact)",
            8,
            500);
  }

  void add(FeedPupil pupil) throws SQLException {
    waiting.add(pupil);
    if (waiting.size() == AT_ONCE) {
      flush();
    }
  }

  void flush() throws SQLException {
    List<FeedPupil> fresh =
        twice.withoutRepeats(waiting, problems, p -> p.lastName() + " " + p.firstName());
    Map<String, KnownPupils.Known> before = known.find(fresh.stream().map(FeedPupil::key).toList());
    for (FeedPupil pupil : fresh) {
      stage(pupil, Optional.ofNullable(before.get(pupil.key())));
    }
    full.flush();
    slim.flush();
    links.flush();
    waiting.clear();
  }

  private void stage(FeedPupil pupil, Optional<KnownPupils.Known> before) throws SQLException {
    count++;
    Optional<String> uai = schools.uai(pupil.schoolKey());
    here(pupil, pupil.classes()).forEach(schools::addClass);
    byte[] content = contentOf(pupil);
    PupilOutcome outcome =
        PupilOutcome.of(
            before.map(b -> b.state(uai.orElse(""), Arrays.equals(b.hash(), content))),
            pupil.leftOn().isPresent());
    tellOddities(pupil, uai);
    stageLinks(pupil, uai);
    if (outcome == PupilOutcome.UNCHANGED || outcome == PupilOutcome.GONE) {
      slim.add(
          set.importId(),
          pupil.key(),
          uai.orElse(null),
          pupil.schoolKey(),
          outcome.name(),
          before.map(KnownPupils.Known::id).orElse(null),
          pupil.place().file(),
          pupil.place().line());
      return;
    }
    Optional<Regime> regime = pupil.regime().flatMap(Regime::of);
    full.add(
        set.importId(),
        pupil.key(),
        uai.orElse(null),
        pupil.schoolKey(),
        outcome.name(),
        before.map(KnownPupils.Known::id).orElse(null),
        outcome == PupilOutcome.NEW ? UUID.randomUUID().toString() : null,
        content,
        classOf(pupil).map(FeedClass::name).orElse(null),
        pupil.gradeKey().orElse(null),
        pupil.ine().orElse(null),
        pupil.lastName(),
        pupil.firstName(),
        pupil.birthDate().orElse(null),
        regime.map(r -> r.status().name()).orElse(null),
        regime
            .filter(r -> r.mealsAWeek().isPresent())
            .map(r -> r.mealsAWeek().getAsInt())
            .orElse(null),
        pupil.regime().orElse(null),
        pupil.leftOn().orElse(null),
        cut(NameKey.line(pupil.lastName(), pupil.firstName())),
        NameKey.tokens(pupil.lastName(), pupil.firstName()).stream()
            .collect(Collectors.joining("\",\"", "[\"", "\"]")),
        names(pupil, pupil.classes()),
        names(pupil, pupil.groups()),
        pupil.place().file(),
        pupil.place().line());
  }

  /** The class shown for the pupil: the first one of the school that the pupil belongs to. */
  private static Optional<FeedClass> classOf(FeedPupil pupil) {
    return here(pupil, pupil.classes()).findFirst();
  }

  private static Stream<FeedClass> here(FeedPupil pupil, List<FeedClass> all) {
    return all.stream().filter(c -> c.schoolKey().equals(pupil.schoolKey()));
  }

  /** Names of the pupil's school, as a JSON array. */
  private static String names(FeedPupil pupil, List<FeedClass> all) {
    JsonArrayBuilder names = Json.createArrayBuilder();
    here(pupil, all).map(FeedClass::name).distinct().forEach(names::add);
    return names.build().toString();
  }

  private byte[] contentOf(FeedPupil pupil) {
    return hash.of(
        pupil.schoolKey(),
        pupil.lastName(),
        pupil.firstName(),
        pupil.ine().orElse(null),
        pupil.birthDate().orElse(null),
        pupil.regime().orElse(null),
        pupil.gradeKey().orElse(null),
        pupil.classes(),
        pupil.groups(),
        pupil.links());
  }

  private void tellOddities(FeedPupil pupil, Optional<String> uai) throws SQLException {
    if (uai.isEmpty()) {
      tell(ProblemKind.SCHOOL_UNKNOWN, pupil, pupil.schoolKey(), uai);
      return;
    }
    List<FeedClass> classes = here(pupil, pupil.classes()).toList();
    if (classes.isEmpty()) {
      tell(ProblemKind.PUPIL_WITHOUT_CLASS, pupil, "", uai);
    } else if (classes.size() > 1) {
      tell(
          ProblemKind.PUPIL_SEVERAL_CLASSES,
          pupil,
          classes.stream().map(FeedClass::name).collect(Collectors.joining(", ")),
          uai);
    }
    tellElsewhere(pupil, pupil.classes(), uai);
    tellElsewhere(pupil, pupil.groups(), uai);
    if (pupil.regime().isPresent() && pupil.regime().flatMap(Regime::of).isEmpty()) {
      tell(ProblemKind.REGIME_UNKNOWN, pupil, pupil.regime().get(), uai);
    }
    if (pupil.links().isEmpty() && set.source() == FeedSource.AAF) {
      tell(ProblemKind.PUPIL_WITHOUT_GUARDIAN, pupil, "", uai);
    }
    pupil.gradeKey().ifPresent(key -> grades.putIfAbsent(key, pupil));
  }

  private void tellElsewhere(FeedPupil pupil, List<FeedClass> all, Optional<String> uai)
      throws SQLException {
    for (FeedClass elsewhere : all) {
      if (!elsewhere.schoolKey().equals(pupil.schoolKey())) {
        tell(
            ProblemKind.CLASS_ELSEWHERE,
            pupil,
            elsewhere.name() + " " + schools.uai(elsewhere.schoolKey()).orElse(""),
            uai);
      }
    }
  }

  private void stageLinks(FeedPupil pupil, Optional<String> uai) throws SQLException {
    int rank = 0;
    for (FeedLink link : pupil.links()) {
      Optional<GuardianshipKind> kind = LinkCodes.kind(link.kindCode());
      if (kind.isEmpty()) {
        tell(
            ProblemKind.LINK_CODE_UNKNOWN, pupil, link.guardianKey() + ": " + link.kindCode(), uai);
      }
      if (LinkCodes.isOld(link.kindCode())) {
        oldLinks++;
      } else {
        newLinks++;
      }
      linkCount++;
      links.add(
          set.importId(),
          pupil.key(),
          link.guardianKey(),
          ++rank,
          kind.orElse(GuardianshipKind.OTHER).name(),
          link.authorityCode(),
          link.paysFees(),
          link.contact());
    }
  }

  private void tell(ProblemKind kind, FeedPupil pupil, String detail, Optional<String> uai)
      throws SQLException {
    problems.add(
        kind,
        pupil.place(),
        pupil.key() + " " + pupil.lastName() + " " + pupil.firstName(),
        detail,
        uai.orElse(null));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE);
  }

  /** The grades that pupils name, each with the first pupil in it. */
  Map<String, FeedPupil> grades() {
    return grades;
  }

  int count() {
    return count;
  }

  int links() {
    return linkCount;
  }

  LinkCodes linkCodes() {
    return LinkCodes.of(oldLinks, newLinks);
  }

  boolean linkCodesMixed() {
    return oldLinks > 0 && newLinks > 0;
  }

  @Override
  public void close() throws SQLException {
    full.close();
    slim.close();
    links.close();
  }
}
