package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.Caller;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who of a family takes part in an application, and what of its documents each may see (M-M12): who
 * lives together shares, separated parents never see each other's, everybody always sees their own.
 *
 * @param members who takes part, the applicant among them
 */
record Family(List<Member> members) {

  /**
   * Somebody who takes part.
   *
   * @param side where they live
   * @param accountId account, if they have one
   * @param guardianId the directory's guardian, if they are one
   */
  record Member(Side side, @Nullable Long accountId, @Nullable Long guardianId) {

    boolean is(@Nullable Long account, @Nullable Long guardian) {
      return (accountId != null && Objects.equals(accountId, account))
          || (guardianId != null && Objects.equals(guardianId, guardian));
    }
  }

  Family {
    members = List.copyOf(members);
  }

  /** Where somebody lives who takes part; empty for everybody else. */
  Optional<Side> sideOf(Caller who) {
    return members.stream()
        .filter(member -> member.is(who.accountId(), who.guardianId()))
        .map(Member::side)
        .findFirst();
  }

  /** Whether somebody of the family may see a document. */
  boolean maySee(Caller who, AidDocument.Sender sender, Side side) {
    Optional<Side> own = sideOf(who);
    return own.isPresent()
        && (isSender(who, sender) || (own.get() == Side.HOUSEHOLD && side == Side.HOUSEHOLD));
  }

  static boolean isSender(Caller who, AidDocument.Sender sender) {
    return sender.accountId() == who.accountId()
        || (sender.guardianId() != null && Objects.equals(sender.guardianId(), who.guardianId()));
  }

  /** Whether nobody who lives in this household lives in the other one. */
  boolean isAnotherHouseholdThan(Family other) {
    Set<String> here = household();
    here.retainAll(other.household());
    return here.isEmpty();
  }

  private Set<String> household() {
    Set<String> all = new HashSet<>();
    for (Member member : members) {
      if (member.side() == Side.HOUSEHOLD) {
        if (member.accountId() != null) {
          all.add("account " + member.accountId());
        }
        if (member.guardianId() != null) {
          all.add("guardian " + member.guardianId());
        }
      }
    }
    return all;
  }
}
