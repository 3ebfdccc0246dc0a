package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.lending.control.export.HandedFiles;
import fr.gestmat.lending.control.export.HandedFiles.Download;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands over files that were made for the caller, as long as the caller may still see all that is
 * inside: by the role that the page asks for, in all schools of the file. Each time leaves a line
 * in the journal.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Downloads {

  @Inject private CurrentCaller caller;
  @Inject private FileStore files;
  @Inject private HandedFiles handed;

  /** The caller's file of this id; empty if there is none, or not any more. */
  public Optional<Download> open(UUID id) throws IOException {
    Caller who = caller.get();
    Optional<StoredFile> file =
        files
            .find(id, who.accountId())
            .filter(f -> mayStillSee(f, who.scope(readers(f.purpose()))));
    return file.isEmpty() ? Optional.empty() : handed.over(who, file.get());
  }

  /** Who may see what a file holds, as the page that offers it; nobody takes another file here. */
  static Role[] readers(FilePurpose purpose) {
    return switch (purpose) {
      case EXPORT, LABELS -> Stock.READERS;
      case REPAIRS -> new Role[] {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};
      case CERTIFICATE -> new Role[] {Role.LOAN_MANAGER, Role.REGION_MANAGER};
      case CLASS_SHEETS -> new Role[] {Role.LOAN_AGENT, Role.LOAN_MANAGER};
      case UPLOAD,
          REPORT,
          CONDITION_PHOTO,
          SIGNATURE,
          POLICE_REPORT,
          INCIDENT_PHOTO,
          AID_EXPORT,
          AID_DOCUMENT,
          AID_LETTER ->
          new Role[] {};
    };
  }

  private static boolean mayStillSee(StoredFile file, Scope scope) {
    return file.authorityId() == scope.authorityId()
        && (scope.wholeAuthority()
            || (!file.schools().isEmpty() && scope.schoolIds().containsAll(file.schools())));
  }
}
