package fr.gestmat.lending.boundary.cession;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.control.cession.CertificatePaper;
import fr.gestmat.lending.control.cession.CessionBook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * Certificates as files: the number is given first, in a transaction of its own, then it is
 * written.
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Certificates {

  @Inject private CurrentCaller caller;
  @Inject private CessionBook book;
  @Inject private CertificatePaper paper;
  @EJB private Cessions cessions;

  /**
   * Issues a certificate, or writes it once more.
   *
   * @return public id of the file; empty if there is no such loan for the caller
   * @throws IOException if it could not be written whole; the number stays given, and the next try
   *     writes it
   */
  public Optional<Answer<UUID>> print(UUID loan) throws IOException {
    Optional<Answer<String>> number = cessions.certify(loan);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (number.get() instanceof Answer.Refused<String> refused) {
      return Optional.of(new Answer.Refused<>(refused.reasons()));
    }
    Caller who = caller.get();
    CessionBook.PupilLine line =
        book.find(who.scope(Role.LOAN_MANAGER, Role.REGION_MANAGER), loan).orElseThrow();
    return Optional.of(new Answer.Done<>(paper.write(who, line)));
  }
}
