package fr.gestmat.mealaid.control.statement;

import fr.gestmat.directory.entity.LocalAuthority;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.statement.AidStatement;
import fr.gestmat.mealaid.entity.statement.LineKind;
import fr.gestmat.mealaid.entity.statement.StatedAmount;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementState;
import fr.gestmat.reports.document.Fact;
import fr.gestmat.reports.document.PaymentStatement;
import fr.gestmat.reports.spreadsheet.CsvFile;
import fr.gestmat.reports.spreadsheet.RowSource;
import fr.gestmat.reports.spreadsheet.Table;
import fr.gestmat.reports.spreadsheet.XlsxFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes statements as files: whole, or not at all. */
@ApplicationScoped
public class StatementPaper {

  @PersistenceContext private EntityManager entities;
  @Inject private FileStore files;
  @Inject private StatementDay day;

  /**
   * Writes a statement.
   *
   * @param lines all of its lines
   * @return a file that whoever takes it deletes
   * @throws IOException if it could not be written whole; nothing is left then
   */
  public Path write(AidStatement statement, List<StatedLine> lines, StatementFormat format)
      throws IOException {
    Path file = files.newFile();
    try {
      ZoneId zone = day.zone(statement.authorityId());
      String authority = entities.find(LocalAuthority.class, statement.authorityId()).name();
      long written =
          switch (format) {
            case XLSX ->
                XlsxFile.write(file, table(statement, authority, zone), RowSource.of(lines)).rows();
            case CSV ->
                CsvFile.write(file, table(statement, authority, zone), RowSource.of(lines)).rows();
            case PDF -> paper(statement, authority, lines, zone).write(file);
          };
      if (written != statement.lineCount()) {
        throw new IOException("statement " + statement.publicId() + " was not written whole");
      }
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Name for people: a draft says that it is one. */
  public static String name(AidStatement statement, StatementFormat format) {
    String begin =
        statement.state() == StatementState.FINAL
            ? "etat-" + statement.number()
            : "brouillon-etat-T" + statement.term();
    return begin + "-" + statement.schoolUai() + "." + format.extension();
  }

  private Table<StatedLine> table(AidStatement statement, String authority, ZoneId zone) {
    return new Table<>(
        title(statement),
        authority,
        zone,
        StatementColumns.of(
            new StatementColumns.Head(
                statement.number(), statement.schoolUai(), year(statement), statement.term())));
  }

  private PaymentStatement paper(
      AidStatement statement, String authority, List<StatedLine> lines, ZoneId zone) {
    return new PaymentStatement(
        heading(statement),
        authority,
        statement.schoolName() + " (" + statement.schoolUai() + ")",
        "Année scolaire " + year(statement) + ", " + StatementWords.term(statement.term()),
        statement.finalAt(),
        lines.stream().map(StatementPaper::row).toList(),
        totals(statement, lines),
        zone);
  }

  private static String title(AidStatement statement) {
    return statement.state() == StatementState.FINAL
        ? StatementWords.kind(statement.kind()) + " " + statement.number()
        : "Brouillon " + StatementWords.term(statement.term());
  }

  private static String heading(AidStatement statement) {
    return statement.state() == StatementState.FINAL
        ? title(statement)
        : StatementWords.kind(statement.kind()) + " : brouillon, à ne pas utiliser";
  }

  private String year(AidStatement statement) {
    int begins = entities.find(AidCampaign.class, statement.campaignId()).schoolYear();
    return begins + "-" + (begins + 1);
  }

  private static PaymentStatement.Row row(StatedLine line) {
    boolean nobody = line.child().applicationId() == null;
    return new PaymentStatement.Row(
        nobody ? "" : line.child().familyName() + " " + line.child().givenName(),
        text(line.child().className()),
        StatementWords.regime(line),
        StatementWords.line(line.kind()) + ", T" + line.term(),
        line.money().termDays() == 0 ? "" : line.money().days() + " sur " + line.money().termDays(),
        line.money().rate(),
        line.isShare() ? null : line.amount(),
        StatementWords.remark(line));
  }

  private static List<Fact> totals(AidStatement statement, List<StatedLine> lines) {
    List<Fact> totals = new ArrayList<>();
    for (Map.Entry<LineKind, StatementSums.Sum> sum :
        StatementSums.by(lines, StatedLine::kind).entrySet()) {
      totals.add(
          new Fact(
              StatementWords.line(sum.getKey()) + " (" + sum.getValue().lines() + ")",
              PaymentStatement.euros(sum.getValue().amount())));
    }
    totals.add(new Fact("Élèves", Integer.toString(statement.pupilCount())));
    totals.add(new Fact("Total à déduire des factures", PaymentStatement.euros(statement.total())));
    long shares = lines.stream().filter(StatedLine::isShare).count();
    if (shares > 0) {
      totals.add(new Fact("Parts de la facture, au taux de la ligne", Long.toString(shares)));
    }
    if (statement.carriedOut().compareTo(StatedAmount.ZERO) > 0) {
      totals.add(
          new Fact(
              "Reste à reprendre sur l'état suivant",
              PaymentStatement.euros(statement.carriedOut())));
    }
    return totals;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
