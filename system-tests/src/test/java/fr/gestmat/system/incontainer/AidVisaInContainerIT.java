package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.boundary.visa.Visas;
import fr.gestmat.mealaid.control.visa.VisaRule.Said;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The school's word beside the family's. */
class AidVisaInContainerIT extends AidSourceTest {

  @Inject private Visas visas;

  @Test
  @DisplayName(
      "what a family sends anew does not undo the visa; the visa's undo gives its word back")
  void the_visa_prevails() throws Exception {
    AidTown town = town(true);
    Child ines = town.child("Inès");
    Caller mother = town.parent("Sophie", "MOTHER", ines);
    UUID id = begin(town, mother, ines);
    fill(mother, id, with(SOPHIE, "mealsAWeek", "4"));
    done(send(mother, id));
    assertThat(meals(town, id)).isEqualTo("4");
    Said three = new Said(true, Optional.of(BoardingStatus.HALF_BOARDER), Optional.of(3), "4A");
    done(bursar(town, () -> visas.give(id, version(town, id), three).orElseThrow()));

    assertThat(as(mother, () -> sending.amend(id))).contains(true);
    fill(mother, id, with(SOPHIE, "mealsAWeek", "5"));
    done(send(mother, id));
    assertThat(meals(town, id)).isEqualTo("3");

    done(bursar(town, () -> visas.undo(id, version(town, id)).orElseThrow()));
    assertThat(meals(town, id)).isEqualTo("5");
  }

  private <T> T bursar(AidTown town, java.util.concurrent.Callable<T> work) throws Exception {
    return acting.as(town.bursar(), Role.BURSAR, work);
  }

  private static int version(AidTown town, UUID id) throws Exception {
    return Integer.parseInt(
        town.value("select version from aid_application where public_id = ?", id.toString()));
  }

  private static String meals(AidTown town, UUID id) throws Exception {
    return town.value(
        "select meals_a_week from aid_application where public_id = ?", id.toString());
  }
}
