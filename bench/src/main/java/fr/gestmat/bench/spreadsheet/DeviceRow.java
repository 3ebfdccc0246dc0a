package fr.gestmat.bench.spreadsheet;

import fr.gestmat.reports.spreadsheet.Column;
import fr.gestmat.reports.spreadsheet.RowSource;
import fr.gestmat.reports.spreadsheet.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the region's devices with who holds them: 20 columns of every type.
 *
 * @param tag asset tag
 * @param price in euros
 * @param pupilId number of the pupil who holds it; null if nobody does
 */
record DeviceRow(
    String tag,
    @Nullable String serial,
    String model,
    @Nullable String maker,
    String category,
    String state,
    String homeUai,
    String homeName,
    String placeUai,
    @Nullable String storage,
    String grade,
    @Nullable LocalDate purchasedOn,
    @Nullable LocalDate warrantyEndsOn,
    @Nullable BigDecimal price,
    Instant createdAt,
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable Instant checkedOutAt,
    @Nullable LocalDate dueOn,
    @Nullable Long pupilId) {

  /** What is exported, with its French headings. */
  static final Table<DeviceRow> TABLE =
      new Table<>(
          "Matériels de la région",
          "Gestmat",
          ZoneId.of("Europe/Paris"),
          List.of(
              Column.text("Étiquette", DeviceRow::tag),
              Column.text("Numéro de série", DeviceRow::serial),
              Column.text("Modèle", DeviceRow::model),
              Column.text("Marque", DeviceRow::maker),
              Column.text("Catégorie", DeviceRow::category),
              Column.text("État", DeviceRow::state),
              Column.text("UAI", DeviceRow::homeUai),
              Column.text("Établissement", DeviceRow::homeName),
              Column.text("Lieu", DeviceRow::placeUai),
              Column.text("Rangement", DeviceRow::storage),
              Column.text("Condition", DeviceRow::grade),
              Column.date("Acheté le", DeviceRow::purchasedOn),
              Column.date("Fin de garantie", DeviceRow::warrantyEndsOn),
              Column.money("Prix", DeviceRow::price),
              Column.instant("Créé le", DeviceRow::createdAt),
              Column.text("Nom", DeviceRow::familyName),
              Column.text("Prénom", DeviceRow::givenName),
              Column.instant("Remis le", DeviceRow::checkedOutAt),
              Column.date("À rendre le", DeviceRow::dueOn),
              Column.whole("Numéro d'élève", DeviceRow::pupilId)));

  private static final String QUERY =
      "select d.asset_tag, d.serial, m.name, m.maker, m.category, d.state, h.uai, h.name, p.uai,"
          + " d.storage, d.condition_grade, d.purchased_on, d.warranty_ends_on, d.purchase_price,"
          + " d.created_at, u.family_name, u.given_name, l.checked_out_at, l.due_on, u.id"
          + " from device d join device_model m on m.id = d.model_id"
          + " join school h on h.id = d.home_school_id join school p on p.id = d.place_school_id"
          + " left join loan l on l.id = d.open_loan_id left join pupil u on u.id = l.pupil_id"
          + " where d.authority_id = 1 order by d.asset_tag limit ";

  private static final int FETCH_SIZE = 1_000;

  /** The first rows by asset tag, read from a cursor while they are taken. */
  static RowSource<DeviceRow, SQLException> from(Connection connection, int limit) {
    return sink -> {
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(FETCH_SIZE);
        try (ResultSet rows = statement.executeQuery(QUERY + limit)) {
          while (rows.next()) {
            sink.accept(read(rows));
          }
        }
      }
    };
  }

  private static DeviceRow read(ResultSet row) throws SQLException {
    return new DeviceRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getObject(12, LocalDate.class),
        row.getObject(13, LocalDate.class),
        row.getBigDecimal(14),
        row.getObject(15, java.time.LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString(16),
        row.getString(17),
        instant(row, 18),
        row.getObject(19, LocalDate.class),
        row.getObject(20, Long.class));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    var utc = row.getObject(column, java.time.LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }
}
