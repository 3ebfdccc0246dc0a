package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Role;
import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.boundary.document.OfficerDocuments;
import fr.gestmat.mealaid.boundary.letter.LetterEditing;
import fr.gestmat.mealaid.boundary.review.WorkLists;
import fr.gestmat.mealaid.boundary.source.OfficialAnswers;
import fr.gestmat.mealaid.boundary.visa.Visas;
import fr.gestmat.mealaid.control.letter.LetterKind;
import fr.gestmat.mealaid.control.letter.LetterText;
import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.control.review.WorkList;
import fr.gestmat.mealaid.control.visa.VisaBook;
import fr.gestmat.mealaid.control.visa.VisaRule.Said;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The work list of officers, the visas of a school, the texts of letters. */
class AidWorkListInContainerIT extends AidReviewTest {

  @Inject private OfficerDocuments documents;
  @Inject private OfficialAnswers sources;
  @Inject private WorkLists lists;
  @Inject private Visas visas;
  @Inject private LetterEditing editing;

  private WorkLists.Overview list(WorkFilter filter, Optional<WorkList.Key> after)
      throws Exception {
    return ada(() -> lists.page(Optional.empty(), filter, after).orElseThrow());
  }

  private static WorkFilter search(String text) {
    return new WorkFilter(
        Optional.empty(),
        Optional.empty(),
        new WorkFilter.Assigned.Anybody(),
        Optional.empty(),
        Optional.empty(),
        text);
  }

  private static WorkFilter flagged(WorkFilter.Flag flag) {
    return new WorkFilter(
        Optional.of(ApplicationState.SUBMITTED),
        Optional.empty(),
        new WorkFilter.Assigned.Anybody(),
        Optional.empty(),
        Optional.of(flag),
        "");
  }

  @Test
  @DisplayName("M-H14: pages of fixed size follow a key, and a key that is none is the first page")
  void pages_by_key_counts_and_finds() throws Exception {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(town.submitted("Enfant" + i).id());
    }
    WorkLists.Overview first = list(WorkFilter.ALL, Optional.empty());
    assertThat(first.page().lines()).hasSize(50);
    WorkLists.Overview second = list(WorkFilter.ALL, first.page().next());
    List<UUID> seen = new ArrayList<>();
    first.page().lines().forEach(line -> seen.add(line.id()));
    second.page().lines().forEach(line -> seen.add(line.id()));
    assertThat(seen).containsExactlyElementsOf(all);
    assertThat(second.page().next()).isEmpty();
    assertThat(first.counts()).containsEntry(ApplicationState.SUBMITTED, 60L);
    assertThat(WorkList.Key.read(first.page().next().orElseThrow().toString()))
        .isEqualTo(first.page().next());
    assertThat(WorkList.Key.read("-1")).isEmpty();
    assertThat(first.schools()).extracting(WorkList.School::uai).containsExactly("0990001A");
    assertThat(first.officers())
        .extracting(o -> o.name())
        .containsExactly("Ada Martin", "Bruno Petit");

    String number =
        town.value("select number from aid_application where public_id = ?", all.get(7).toString());
    for (String text : List.of(number, "diallo enfant7", "Fatou enfant7", "dial enfant7 \"(+")) {
      assertThat(list(search(text), Optional.empty()).page().lines())
          .as(text)
          .extracting(WorkList.Line::id)
          .contains(all.get(7));
    }
    // What fills a page is found among the next ones, what is left by the index of words.
    WorkList.Page named = list(search("enfant"), Optional.empty()).page();
    WorkList.Page rest = list(search("enfant"), named.next()).page();
    assertThat(Stream.of(named, rest).flatMap(page -> page.lines().stream()))
        .extracting(WorkList.Line::id)
        .containsExactlyElementsOf(all);
    assertThat(rest.next()).isEmpty();
    assertThat(list(search("li"), Optional.empty()).page().lines()).isEmpty();
    assertThat(list(search("inconnu"), Optional.empty()).page().lines()).isEmpty();
    assertThat(list(flagged(WorkFilter.Flag.NO_VISA), Optional.empty()).page().lines()).hasSize(50);
    for (WorkFilter.Flag flag :
        List.of(
            WorkFilter.Flag.CORRECTION,
            WorkFilter.Flag.APPEAL,
            WorkFilter.Flag.LATE,
            WorkFilter.Flag.SECOND_LOOK)) {
      assertThat(list(flagged(flag), Optional.empty()).page().lines()).as(flag.name()).isEmpty();
    }
  }

  @Test
  void a_page_and_a_file_cost_a_fixed_number_of_statements() throws Exception {
    File file = inReview("Awa");
    long one = StatementCount.selects(database, () -> list(WorkFilter.ALL, Optional.empty()));
    for (int i = 0; i < 40; i++) {
      town.submitted("Enfant" + i);
    }
    assertThat(StatementCount.selects(database, () -> list(WorkFilter.ALL, Optional.empty())))
        .isEqualTo(one)
        .isLessThanOrEqualTo(6);
    assertThat(
            StatementCount.selects(
                database,
                () ->
                    ada(
                        () -> {
                          documents.list(file.id());
                          documents.notices(file.id());
                          sources.of(file.id());
                          return reviews.file(file.id());
                        })))
        .as("the page with what stands beside the answers")
        .isLessThanOrEqualTo(54);
  }

  @Test
  void a_school_sees_its_classes_one_by_one_before_any_visa() throws Exception {
    for (String name : List.of("4A", "3B")) {
      long schoolClass = Long.parseLong(town.value("select nextval(school_class_seq)"));
      town.run(
          "insert into school_class (id, public_id, school_id, name) values (?, uuid(), ?, ?)",
          schoolClass,
          town.here,
          name);
      long pupil = Long.parseLong(town.value("select nextval(pupil_seq)"));
      town.run(
          "insert into pupil (id, public_id, authority_id, school_id, class_id, source,"
              + " external_id, family_name, given_name, search_name) values (?, uuid(), ?, ?, ?,"
              + " 'ESSAI', ?, 'Essai', 'Ada', 'essai ada')",
          pupil,
          town.authority,
          town.here,
          schoolClass,
          "E" + pupil);
      town.run(
          "update aid_application set pupil_id = ? where id = ?",
          pupil,
          town.submitted("Enfant de " + name).key());
    }

    assertThat(
            acting
                .as(town.bursar(town.here), Role.BURSAR, () -> visas.overview(Optional.empty()))
                .classes())
        .extracting(line -> line.name() + " " + line.applications() + " " + line.open())
        .containsExactly("3B 1 1", "4A 1 1");
  }

  @Test
  void a_school_says_how_its_children_eat_and_may_take_it_back() throws Exception {
    File file = town.submitted("Awa");
    Visas.Overview overview =
        acting.as(town.bursar(town.here), Role.BURSAR, () -> visas.overview(Optional.empty()));
    assertThat(overview.classes())
        .extracting(line -> line.uai() + line.name() + line.applications() + line.open())
        .containsExactly("0990001A11");
    assertThat(
            acting
                .as(
                    town.bursar(town.elsewhere),
                    Role.BURSAR,
                    () -> visas.overview(Optional.empty()))
                .classes())
        .isEmpty();
    Said three = new Said(true, Optional.of(BoardingStatus.HALF_BOARDER), Optional.of(3), "4A");
    assertThat(
            acting.as(
                town.bursar(town.elsewhere), Role.BURSAR, () -> visas.give(file.id(), 0, three)))
        .isEmpty();
    done(
        acting.as(
            town.bursar(town.here),
            Role.BURSAR,
            () -> visas.give(file.id(), 0, three).orElseThrow()));
    assertThat(meals(file)).isEqualTo("HALF_BOARDER 3");
    assertThat(withoutVisa()).isEmpty();
    VisaBook.Line line =
        acting
            .as(
                town.bursar(town.here),
                Role.BURSAR,
                () -> visas.roll(Optional.empty(), "0990001A", "4A").orElseThrow())
            .lines()
            .get(0);
    assertThat(line.declared().meals()).contains(4);
    assertThat(line.visa().orElseThrow().by()).isEqualTo("Intendance");
    assertThat(line.differs()).isTrue();
    Said day = new Said(true, Optional.of(BoardingStatus.DAY), Optional.empty(), "4A");
    done(give(file, day));
    assertThat(meals(file)).isEqualTo("DAY 0");
    done(undo(file));
    assertThat(meals(file)).isEqualTo("HALF_BOARDER 3");
    assertThat(withoutVisa()).as("the one before stands again").isEmpty();
    done(undo(file));
    assertThat(meals(file)).isEqualTo("HALF_BOARDER 4");
    assertThat(withoutVisa()).containsExactly(file.id());
    assertThat(codes(undo(file))).containsExactly("noVisa");
    assertThat(town.events(file)).containsExactly("VISA", "VISA", "VISA_UNDONE", "VISA_UNDONE");
    done(decide(file, GRANT));
    assertThat(codes(give(file, day))).containsExactly("in.GRANTED");
  }

  private List<UUID> withoutVisa() throws Exception {
    return list(flagged(WorkFilter.Flag.NO_VISA), Optional.empty()).page().lines().stream()
        .map(WorkList.Line::id)
        .toList();
  }

  private String meals(File file) throws Exception {
    return town.value(
        "select concat(boarding_status, ' ', meals_a_week) from aid_application where id = ?",
        file.key());
  }

  private Answer<?> give(File file, Said said) throws Exception {
    int version = town.version(file);
    return acting.as(
        town.bursar(town.here),
        Role.BURSAR,
        () -> visas.give(file.id(), version, said).orElseThrow());
  }

  private Answer<?> undo(File file) throws Exception {
    int version = town.version(file);
    return acting.as(
        town.bursar(town.here), Role.BURSAR, () -> visas.undo(file.id(), version).orElseThrow());
  }

  @Test
  @DisplayName("M-A24 a wrong text is refused when it is written; a published one never changes")
  void writesLetters() throws Exception {
    UUID campaign =
        UUID.fromString(
            town.value("select public_id from aid_campaign where id = ?", town.campaign));
    // The first decision may take itself: texts have to be there before the campaign is published.
    town.run(
        "update aid_campaign set published_at = null, published_by = null where id = ?",
        town.campaign);
    assertThat(manager(() -> editing.overview(Optional.of(campaign)))).isPresent();
    UUID draft = manager(() -> editing.begin(campaign, LetterKind.GRANTED).orElseThrow());
    assertThat(manager(() -> editing.begin(campaign, LetterKind.GRANTED).orElseThrow()))
        .isEqualTo(draft);
    assertThat(
            codes(
                manager(
                    () ->
                        editing
                            .change(
                                campaign,
                                draft,
                                0,
                                new LetterText(
                                    "T", "{perdu}", "", "F".repeat(191), Optional.empty()))
                            .orElseThrow())))
        .containsExactly("unknownField", "tooLong");
    LetterText text =
        new LetterText("T", "Bonjour {demandeur}", "La présidente", "", Optional.empty());
    done(manager(() -> editing.change(campaign, draft, 0, text).orElseThrow()));
    assertThat(manager(() -> editing.change(campaign, draft, 0, text).orElseThrow()))
        .isInstanceOf(Answer.Stale.class);
    assertThat(manager(() -> editing.preview(campaign, draft).orElseThrow())).isNotEmpty();
    done(manager(() -> editing.publish(campaign, draft, 1).orElseThrow()));
    assertThat(manager(() -> editing.change(campaign, draft, 2, text).orElseThrow()))
        .isInstanceOf(Answer.Stale.class);
    assertThat(manager(() -> editing.begin(campaign, LetterKind.GRANTED).orElseThrow()))
        .isNotEqualTo(draft);
  }

  private <T> T manager(Callable<T> work) throws Exception {
    return acting.as(town.as(town.ada), Role.AID_MANAGER, work);
  }
}
