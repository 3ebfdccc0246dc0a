package fr.gestmat.lending.control.cession;

import fr.gestmat.access.Caller;
import fr.gestmat.directory.entity.LocalAuthority;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.lending.control.cession.CessionBook.PupilLine;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.reports.document.OwnershipCertificate;
import fr.gestmat.reports.document.TransferSlip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/** The certificate on paper: written from what is kept, the same whenever it is asked for. */
@ApplicationScoped
public class CertificatePaper {

  @PersistenceContext private EntityManager entities;
  @Inject private FileStore files;
  @Inject private Today today;

  /**
   * Writes the certificate of a transfer that has its number, for the caller to take away.
   *
   * @return public id of the file
   * @throws IOException if it could not be written whole; nothing is left then
   */
  public UUID write(Caller who, PupilLine line) throws IOException {
    Path file = files.newFile();
    try {
      certificate(who, line).write(file);
      return files
          .keep(
              new FileOwner(who.authorityId(), Set.of(line.schoolKey()), who.accountId()),
              new FileLabel(FilePurpose.CERTIFICATE, fileName(line), "application/pdf"),
              file)
          .publicId();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * The same as bytes, a few KB, of which nothing is kept.
   *
   * @throws IOException if it could not be written
   */
  public byte[] read(Caller who, PupilLine line) throws IOException {
    Path file = files.newFile();
    try {
      certificate(who, line).write(file);
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Name of the file for people. */
  public static String fileName(PupilLine line) {
    return "certificat-" + line.number().orElseThrow() + ".pdf";
  }

  private OwnershipCertificate certificate(Caller who, PupilLine line) {
    return new OwnershipCertificate(
        line.number().orElseThrow(),
        entities.find(LocalAuthority.class, who.authorityId()).name(),
        line.schoolName(),
        line.spoken(),
        line.birthDate(),
        line.chooser().orElse(""),
        line.chosenAt().orElseThrow(),
        line.certifiedAt().orElseThrow(),
        new TransferSlip.Row(line.tag(), line.serial().orElse(""), line.model()),
        today.zone(who.authorityId()));
  }
}
