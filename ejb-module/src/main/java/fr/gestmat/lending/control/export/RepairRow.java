package fr.gestmat.lending.control.export;

import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.reports.spreadsheet.Column;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A repair that runs as a row of a spreadsheet. */
record RepairRow(
    String assetTag,
    @Nullable String serial,
    String model,
    String uai,
    String school,
    Instant sentAt,
    String sentBy,
    @Nullable String reason,
    @Nullable String repairer,
    @Nullable String ticket,
    boolean warranty,
    boolean withoutAccessories,
    @Nullable String swapTag,
    @Nullable BigDecimal cost) {

  static final List<Column<RepairRow>> COLUMNS =
      List.of(
          Column.text("Étiquette", RepairRow::assetTag),
          Column.text("Numéro de série", RepairRow::serial),
          Column.text("Modèle", RepairRow::model),
          Column.text("UAI", RepairRow::uai),
          Column.text("Établissement", RepairRow::school),
          Column.instant("Envoyé le", RepairRow::sentAt),
          Column.text("Envoyé par", RepairRow::sentBy),
          Column.text("Motif", RepairRow::reason),
          Column.text("Réparateur", RepairRow::repairer),
          Column.text("Numéro du dossier", RepairRow::ticket),
          Column.yesNo("Sous garantie", RepairRow::warranty),
          Column.yesNo("Sans ses accessoires", RepairRow::withoutAccessories),
          Column.text("Remplacé par", RepairRow::swapTag),
          Column.money("Coût", RepairRow::cost));

  static final SqlText SELECT =
      new SqlText()
          .add(
              """
              select d.asset_tag, d.serial, m.name model, s.uai, s.name school, r.sent_at, r.sent_by,
                r.reason, r.repairer, r.ticket, r.warranty, r.without_accessories,
                w.asset_tag swap_tag, r.cost
              """);

  /** The row at hand. */
  static RepairRow read(Row row) throws SQLException {
    return new RepairRow(
        row.text("asset_tag"),
        row.textOrNull("serial"),
        row.text("model"),
        row.text("uai"),
        row.text("school"),
        row.instant("sent_at"),
        row.text("sent_by"),
        row.textOrNull("reason"),
        row.textOrNull("repairer"),
        row.textOrNull("ticket"),
        row.yes("warranty"),
        row.yes("without_accessories"),
        row.textOrNull("swap_tag"),
        row.amountOrNull("cost"));
  }
}
