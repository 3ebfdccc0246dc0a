package fr.gestmat.demo.territory;

import fr.gestmat.filestore.control.DataFolder;
import fr.gestmat.filestore.control.FileSeal;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.SealedKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Documents of some families: judgments on custody and tax notices, sealed in the data folder as
 * the product seals them, scanned, and without a code to read.
 */
final class SampleDocuments {

  private static final int MOST = 16;

  private static final String FAMILIES =
      """
      select a.id, a.school_id, a.applicant_account_id, a.applicant_guardian_id, a.applicant_name,
        a.submitted_at, json_value(a.submitted, '$.child.custody') = 'ALTERNATING' custody
      from aid_application a
      where a.campaign_id = ? and a.submitted_at is not null and a.applicant_account_id is not null
        and (json_value(a.submitted, '$.child.custody') = 'ALTERNATING'
          or json_value(a.submitted, '$.household.taxKnown') = 'YES')
      order by a.number limit ?
      """;

  private record Owner(long application, long school, long account, long guardian, String name) {}

  private final Sample sample;
  private final SampleCampaign campaign;
  private final DataFolder folder;
  private final FileSeal seal;

  private SampleDocuments(Sample sample, SampleCampaign campaign, Path data) {
    this.sample = sample;
    this.campaign = campaign;
    this.folder = new DataFolder(data);
    this.seal = FileSeal.of(folder);
  }

  /**
   * Writes them.
   *
   * @param data folder of the product's files
   */
  static void write(Sample sample, SampleCampaign campaign, Path data) throws SQLException {
    SampleDocuments all = new SampleDocuments(sample, campaign, data);
    try (PreparedStatement query = sample.connection().prepareStatement(FAMILIES);
        Rows files =
            new Rows(
                sample.connection(),
                "stored_file",
                List.of(
                    "id",
                    "public_id",
                    "authority_id",
                    "schools",
                    "owner_account_id",
                    "purpose",
                    "file_name",
                    "media_type",
                    "byte_count",
                    "digest",
                    "sealed",
                    "key_number",
                    "wrapped_key",
                    "shard",
                    "created_at",
                    "expires_at"));
        Rows documents =
            new Rows(
                sample.connection(),
                "aid_document",
                List.of(
                    "id",
                    "public_id",
                    "authority_id",
                    "application_id",
                    "kind",
                    "side",
                    "sent_by_account",
                    "sent_by_guardian",
                    "sent_by",
                    "sent_at",
                    "file_id",
                    "file_name",
                    "media_type",
                    "byte_count",
                    "pages",
                    "content_digest",
                    "scan",
                    "scanned_at",
                    "handed_in_at"));
        Rows notices =
            new Rows(
                sample.connection(),
                "aid_tax_notice",
                List.of("id", "document_id", "campaign_id", "outcome", "read_at"),
                documents)) {
      Ids fileIds = sample.ids("stored_file_seq");
      Ids documentIds = sample.ids("aid_document_seq");
      Ids noticeIds = sample.ids("aid_tax_notice_seq");
      query.setLong(1, campaign.id());
      query.setInt(2, MOST);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Instant sent =
              row.getObject("submitted_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
          boolean custody = row.getBoolean("custody");
          long document = documentIds.next();
          all.write(
              fileIds.next(),
              document,
              new Owner(
                  row.getLong("id"),
                  row.getLong("school_id"),
                  row.getLong("applicant_account_id"),
                  row.getLong("applicant_guardian_id"),
                  row.getString("applicant_name")),
              custody,
              sent,
              files,
              documents);
          if (!custody) {
            notices.add(noticeIds.next(), document, campaign.id(), "NO_CODE", sent.plusSeconds(20));
          }
        }
      }
    }
  }

  private void write(
      long file,
      long document,
      Owner owner,
      boolean custody,
      Instant sent,
      Rows files,
      Rows documents)
      throws SQLException {
    String name = custody ? "jugement.pdf" : "avis-impot.pdf";
    byte[] content =
        pdf(
            custody
                ? List.of(
                    "EXEMPLE - Tribunal judiciaire d'Aubreville",
                    "Jugement sur la residence des enfants",
                    "La residence est fixee en alternance chez chacun des parents.",
                    "Demandeur : " + SampleDepartment.plain(owner.name()))
                : List.of(
                    "EXEMPLE - Avis d'impot sur les revenus",
                    "Declarant : " + SampleDepartment.plain(owner.name()),
                    "Nombre de parts : 2"));
    UUID id = sample.chance().uuid();
    try {
      Path sealed = folder.newFile();
      SealedKey key = seal.seal(new ByteArrayInputStream(content), Files.newOutputStream(sealed));
      byte[] lying = Files.readAllBytes(sealed);
      Files.move(sealed, folder.place(id));
      files.add(
          file,
          id,
          campaign.authority(),
          Long.toString(owner.school()),
          owner.account(),
          FilePurpose.AID_DOCUMENT,
          name,
          "application/pdf",
          lying.length,
          digest(lying),
          true,
          key.master(),
          key.wrapped(),
          id.getMostSignificantBits() >>> 56,
          sent,
          sent.plus(FilePurpose.AID_DOCUMENT.kept()));
    } catch (IOException e) {
      throw new IllegalStateException("the sample's documents cannot be written", e);
    }
    documents.add(
        document,
        sample.chance().uuid(),
        campaign.authority(),
        owner.application(),
        custody ? "CUSTODY_DECISION" : "TAX_NOTICE",
        "HOUSEHOLD",
        owner.account(),
        owner.guardian(),
        owner.name(),
        sent.minusSeconds(120),
        id,
        name,
        "application/pdf",
        content.length,
        1,
        digest(content),
        "SAFE",
        sent.plusSeconds(15),
        sent);
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A page with some lines of plain text. */
  private static byte[] pdf(List<String> lines) {
    StringBuilder text = new StringBuilder("BT /F1 13 Tf 60 770 Td 22 TL");
    for (String line : lines) {
      text.append(" (").append(line.replaceAll("[()\\\\]", "")).append(") Tj T*");
    }
    text.append(" ET");
    List<String> objects =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + text.length() + ">>\nstream\n" + text + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    out.writeBytes(ascii("%PDF-1.4\n"));
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
      out.writeBytes(ascii((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n"));
    }
    int start = out.size();
    out.writeBytes(
        ascii(
            "xref\n0 6\n"
                + table
                + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n"
                + start
                + "\n%%EOF\n"));
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
