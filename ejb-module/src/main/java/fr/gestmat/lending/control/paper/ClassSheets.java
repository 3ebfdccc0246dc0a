package fr.gestmat.lending.control.paper;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.reports.card.Card;
import fr.gestmat.reports.card.CardGroup;
import fr.gestmat.reports.card.CardSheets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the sheets of classes: the bars of every pupil, to scan in place of a card that was left
 * at home. The code is that of the card, else the pupil's number in the directory; never the
 * national number (INE), which has no place on a paper that lies about.
 */
@ApplicationScoped
public class ClassSheets {

  private static final int COLUMNS = 3;
  private static final float ROW = 66;
  private static final String NO_CODE = "Pas de code : choisissez son nom à l'écran.";
  private static final String LEAD = "Scannez l'élève, puis son matériel.";

  @Inject private ReadModel database;

  private record Line(String schoolClass, Card card) {}

  /**
   * Writes the sheet of one class.
   *
   * @param title the class, with its school
   * @return how many pupils stand on it
   * @throws IOException when the file cannot be written; nothing is left then
   */
  public int ofClass(long classId, String title, Path target) throws IOException {
    return write(title, pupils(new SqlText().add("k.id = ?", classId)), target);
  }

  /**
   * Writes the sheets of all classes of a school that have pupils, each on a page of its own.
   *
   * @param title the school
   * @return how many pupils stand on them
   * @throws IOException when the file cannot be written; nothing is left then
   */
  public int ofSchool(long schoolId, String title, Path target) throws IOException {
    return write(title, pupils(new SqlText().add("k.school_id = ?", schoolId)), target);
  }

  private List<Line> pupils(SqlText which) {
    return database.list(
        new SqlText()
            .add("select k.name class_name, p.family_name, p.given_name,")
            .add("coalesce(p.card_code, case when p.source in ('AAF', 'SIECLE', 'CSV')")
            .add("then p.external_id end) code")
            .add("from school_class k join pupil_class c on c.class_id = k.id")
            .add("join pupil p on p.id = c.pupil_id and p.status = 'ACTIVE' where")
            .add(which)
            .add("order by k.name, k.id, p.family_name, p.given_name, p.id"),
        ClassSheets::line);
  }

  private static Line line(Row row) throws SQLException {
    String code = row.maybeText("code").orElse("");
    return new Line(
        row.text("class_name"),
        new Card(
            row.text("family_name") + " " + row.text("given_name"),
            code.isEmpty() ? NO_CODE : "",
            code));
  }

  private static int write(String title, List<Line> lines, Path target) throws IOException {
    Map<String, List<Card>> classes = new LinkedHashMap<>();
    lines.forEach(
        line ->
            classes.computeIfAbsent(line.schoolClass(), k -> new ArrayList<>()).add(line.card()));
    List<CardGroup> groups = new ArrayList<>();
    classes.forEach((name, cards) -> groups.add(new CardGroup("Classe " + name, LEAD, cards)));
    if (groups.isEmpty()) {
      groups.add(new CardGroup(title, "Aucun élève.", List.of()));
    }
    return new CardSheets("Classes – " + title, title, COLUMNS, ROW).write(target, groups);
  }
}
