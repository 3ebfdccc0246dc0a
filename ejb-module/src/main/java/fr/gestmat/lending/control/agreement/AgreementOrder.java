package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which agreements are printed: those of a selection, or of a school or class that still bind.
 *
 * @param ids public ids; empty to take the school or class
 * @param school database id of the school; empty for all that may be seen
 * @param schoolClass public id of the class
 * @param receipts whether the receipts of the return are printed instead
 */
public record AgreementOrder(
    List<UUID> ids, Optional<Long> school, Optional<UUID> schoolClass, boolean receipts) {

  /** Most agreements of one file. */
  public static final int MOST = 10_000;

  /** Most agreements of a selection. */
  public static final int SELECTION = 500;

  /** Copies the ids. */
  public AgreementOrder {
    ids = List.copyOf(ids);
  }

  /** One agreement, or its receipt. */
  public static AgreementOrder one(UUID id, boolean receipt) {
    return new AgreementOrder(List.of(id), Optional.empty(), Optional.empty(), receipt);
  }

  SqlText where(Scope scope) {
    SqlText sql = new SqlText().add("where a.authority_id = ?", scope.authorityId());
    AgreementBook.visible(sql, scope);
    sql.add("and a.state = 'ACTIVE'");
    if (!ids.isEmpty()) {
      return sql.in("and a.public_id in", ids.stream().map(UUID::toString).toList());
    }
    school.ifPresent(key -> sql.add("and a.school_id = ?", key));
    schoolClass.ifPresent(id -> sql.add("and c.public_id = ?", id));
    return sql.add("and u.status = 'ACTIVE'")
        .add("and (not exists (select 1 from loan x where x.agreement_id = a.id)")
        .add("or exists (select 1 from loan x where x.agreement_id = a.id")
        .add("and x.state <> 'CLOSED'))");
  }

  /** As a background task keeps it. */
  String toJson() {
    var json =
        Json.createObjectBuilder()
            .add("ids", Json.createArrayBuilder(ids.stream().map(UUID::toString).toList()))
            .add("receipts", receipts);
    school.ifPresent(key -> json.add("school", key));
    schoolClass.ifPresent(id -> json.add("class", id.toString()));
    return json.build().toString();
  }

  /** The order that {@link #toJson} wrote. */
  static AgreementOrder read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new AgreementOrder(
          json.getJsonArray("ids").getValuesAs(JsonString::getString).stream()
              .map(UUID::fromString)
              .toList(),
          json.containsKey("school")
              ? Optional.of(json.getJsonNumber("school").longValue())
              : Optional.empty(),
          json.containsKey("class")
              ? Optional.of(UUID.fromString(json.getString("class")))
              : Optional.empty(),
          json.getBoolean("receipts"));
    }
  }
}
