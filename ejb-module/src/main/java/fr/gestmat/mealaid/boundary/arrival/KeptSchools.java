package fr.gestmat.mealaid.boundary.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.directory.entity.Uai;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.arrival.SchoolRows;
import fr.gestmat.mealaid.control.arrival.SchoolRows.SchoolLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Schools that are in no feed, kept by hand: private ones, and those outside the département. */
@Stateless
@RolesAllowed("AID_MANAGER")
public class KeptSchools {

  private static final Set<String> SECTORS =
      Set.of("PUBLIC", "PRIVATE_UNDER_CONTRACT", "PRIVATE_WITHOUT_CONTRACT");
  private static final int LONGEST = 120;

  @Inject private CurrentCaller caller;
  @Inject private SchoolRows rows;
  @Inject private Journal journal;

  /** Those that are kept by hand. */
  public List<SchoolLine> all() {
    return rows.all(caller.get().authorityId()).stream().filter(SchoolLine::byHand).toList();
  }

  /**
   * Adds one.
   *
   * @return its name
   */
  public Answer<String> add(String uai, String name, String town, String sector, boolean outside) {
    Caller who = caller.get();
    String code = uai.strip().toUpperCase(Locale.ROOT);
    List<Refusal> reasons = new ArrayList<>();
    if (!Uai.isShaped(code)) {
      reasons.add(Refusal.of("uai", "notAUai"));
    } else if (rows.all(who.authorityId()).stream().anyMatch(one -> one.uai().equals(code))) {
      reasons.add(Refusal.of("uai", "uaiTaken"));
    }
    if (name.isBlank() || name.length() > LONGEST) {
      reasons.add(Refusal.of("name", "schoolName"));
    }
    if (town.isBlank() || town.length() > LONGEST) {
      reasons.add(Refusal.of("town", "schoolTown"));
    }
    if (!SECTORS.contains(sector)) {
      reasons.add(Refusal.of("sector", "schoolSector"));
    }
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    rows.add(who.authorityId(), code, name.strip(), town.strip(), sector, outside);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            "AID_SCHOOL_KEPT",
            "SCHOOL",
            null,
            null,
            Json.createObjectBuilder().add("uai", code).add("sector", sector).build().toString()));
    return new Answer.Done<>(name.strip());
  }
}
