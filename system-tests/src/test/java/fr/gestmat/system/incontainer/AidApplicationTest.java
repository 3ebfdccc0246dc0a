package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.boundary.application.FamilyAid;
import fr.gestmat.mealaid.boundary.application.FamilyAid.Line;
import fr.gestmat.mealaid.boundary.application.FamilyFile;
import fr.gestmat.mealaid.boundary.application.ReceiptPaper;
import fr.gestmat.mealaid.boundary.application.Sending.Sent;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Base of tests of families that apply by quotient, each in a département of its own. */
abstract class AidApplicationTest extends FamilyFormTest {

  protected static final Map<String, String> HOUSEHOLD =
      Map.of(
          "living", "ALONE",
          "dependents", "3",
          "provider", "CAF",
          "quotientKnown", "YES",
          "familyQuotient", "512,50",
          "quotientMonth", "2026-10",
          "taxKnown", "NO");

  @Inject protected FamilyAid family;
  @Inject protected FamilyFile files;
  @Inject protected ReceiptPaper receipts;

  protected static List<String> refused(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().stream().map(Refusal::code).distinct().toList();
  }

  protected static Map<String, String> with(Map<String, String> base, String... pairs) {
    Map<String, String> all = new HashMap<>(base);
    all.putIfAbsent("custody", "WITH_ME");
    all.putIfAbsent("boarding", "HALF_BOARDER");
    all.putIfAbsent("mealsAWeek", "4");
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return all;
  }

  protected Answer<Sent> send(Caller who, UUID id) throws Exception {
    return send(who, id, Instant.now());
  }

  protected Answer<Sent> send(Caller who, UUID id, Instant at) throws Exception {
    return as(who, () -> sending.send(id, at, "fr")).orElseThrow();
  }

  protected Line line(Caller who, Child child) throws Exception {
    return as(who, family::overview).campaigns().get(0).lines().stream()
        .filter(one -> one.child().id().equals(child.publicId()))
        .findFirst()
        .orElseThrow();
  }
}
