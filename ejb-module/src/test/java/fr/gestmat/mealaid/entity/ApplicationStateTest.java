package fr.gestmat.mealaid.entity;

import static fr.gestmat.mealaid.entity.ApplicationState.ARCHIVED;
import static fr.gestmat.mealaid.entity.ApplicationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every event in every state in everybody's name: what is in this table happens, nothing else. */
class ApplicationStateTest {

  /** {@code state event: actor>state ...}; what is not written here cannot happen. */
  private static final Map<String, String> TABLE =
      Map.ofEntries(
          Map.entry("DRAFT SUBMIT", "FAMILY>SUBMITTED OFFICER>SUBMITTED"),
          Map.entry("DRAFT WITHDRAW", "FAMILY>WITHDRAWN OFFICER>WITHDRAWN"),
          Map.entry("SUBMITTED TAKE", "OFFICER>IN_REVIEW SYSTEM>IN_REVIEW"),
          Map.entry("SUBMITTED WITHDRAW", "FAMILY>WITHDRAWN OFFICER>WITHDRAWN"),
          Map.entry("IN_REVIEW ASK_CORRECTION", "OFFICER>TO_COMPLETE SYSTEM>TO_COMPLETE"),
          Map.entry("IN_REVIEW GRANT", "OFFICER>GRANTED SYSTEM>GRANTED"),
          Map.entry("IN_REVIEW REFUSE", "OFFICER>REFUSED SYSTEM>REFUSED"),
          Map.entry("IN_REVIEW CLOSE", "OFFICER>CLOSED"),
          Map.entry("IN_REVIEW WITHDRAW", "FAMILY>WITHDRAWN OFFICER>WITHDRAWN"),
          Map.entry("TO_COMPLETE CORRECT", "FAMILY>IN_REVIEW OFFICER>IN_REVIEW"),
          Map.entry("TO_COMPLETE RESUME", "OFFICER>IN_REVIEW SYSTEM>IN_REVIEW"),
          Map.entry("TO_COMPLETE CLOSE", "OFFICER>CLOSED"),
          Map.entry("TO_COMPLETE WITHDRAW", "FAMILY>WITHDRAWN OFFICER>WITHDRAWN"),
          Map.entry("GRANTED REOPEN", "OFFICER>IN_REVIEW"),
          Map.entry("REFUSED REOPEN", "OFFICER>IN_REVIEW"),
          Map.entry("CLOSED REOPEN", "OFFICER>IN_REVIEW"),
          Map.entry("GRANTED ARCHIVE", "OFFICER>ARCHIVED SYSTEM>ARCHIVED"),
          Map.entry("REFUSED ARCHIVE", "OFFICER>ARCHIVED SYSTEM>ARCHIVED"),
          Map.entry("CLOSED ARCHIVE", "OFFICER>ARCHIVED SYSTEM>ARCHIVED"),
          Map.entry("WITHDRAWN ARCHIVE", "OFFICER>ARCHIVED SYSTEM>ARCHIVED"));

  @Test
  void what_can_happen_is_what_the_table_says() {
    Map<String, String> found = new TreeMap<>();
    for (ApplicationState state : ApplicationState.values()) {
      for (ApplicationEvent event : ApplicationEvent.values()) {
        List<String> by = new ArrayList<>();
        for (Actor actor : Actor.values()) {
          state.after(event, actor).ifPresent(to -> by.add(actor + ">" + to));
        }
        if (!by.isEmpty() && event != ApplicationEvent.RESTORE) {
          found.put(state + " " + event, String.join(" ", by));
        }
      }
    }
    assertThat(found).isEqualTo(new TreeMap<>(TABLE));
  }

  @Test
  void what_waits_for_its_decision_is_open() {
    assertThat(ApplicationState.values())
        .filteredOn(ApplicationState::isOpen)
        .containsExactly(
            ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW, ApplicationState.TO_COMPLETE);
  }

  @Test
  void only_an_officer_restores_and_only_from_the_archive() {
    for (ApplicationState state : ApplicationState.values()) {
      for (Actor actor : Actor.values()) {
        assertThat(state.after(ApplicationEvent.RESTORE, actor).isPresent())
            .as(state + " " + actor)
            .isEqualTo(state == ARCHIVED && actor == Actor.OFFICER);
      }
    }
  }

  @Test
  void a_withdrawn_one_never_comes_back_but_from_the_archive() {
    for (ApplicationEvent event : ApplicationEvent.values()) {
      for (Actor actor : Actor.values()) {
        WITHDRAWN
            .after(event, actor)
            .ifPresent(to -> assertThat(to).as(event + " " + actor).isEqualTo(ARCHIVED));
      }
    }
  }
}
