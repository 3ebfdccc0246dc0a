package fr.gestmat.demo.territory;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The published scale of a campaign of meal aid: shares of the price by family quotient, which is
 * what its form asks.
 */
final class SampleScale {

  private SampleScale() {}

  /**
   * Writes it.
   *
   * @param startsOn the day from which it holds
   * @return its database id, which decisions keep
   */
  static long write(
      Sample sample, long authority, long campaign, LocalDate startsOn, String publishedBy)
      throws SQLException {
    long scale = sample.ids("aid_scale_seq").next();
    try (Rows rows =
        new Rows(
            sample.connection(),
            "aid_scale",
            List.of(
                "id",
                "public_id",
                "authority_id",
                "campaign_id",
                "number",
                "kind",
                "unit",
                "bound_style",
                "monthly",
                "starts_on",
                "published_at",
                "published_by"))) {
      rows.add(
          scale,
          UUID.nameUUIDFromBytes(("scale of " + campaign).getBytes(StandardCharsets.UTF_8)),
          authority,
          campaign,
          1,
          "FAMILY_QUOTIENT",
          "RATE",
          "UPPER_INCLUDED",
          false,
          startsOn,
          sample.now(),
          publishedBy);
    }
    bracket(sample, scale, 0, "Tranche 1", null, "500", "100");
    bracket(sample, scale, 1, "Tranche 2", "500", "900", "50");
    bracket(sample, scale, 2, "Au-delà", "900", null, "0");
    return scale;
  }

  private static void bracket(
      Sample sample,
      long scale,
      int position,
      String label,
      @Nullable String from,
      @Nullable String upTo,
      String rate)
      throws SQLException {
    try (Rows rows =
        new Rows(
            sample.connection(),
            "aid_bracket",
            List.of(
                "scale_id",
                "position",
                "label",
                "from_amount",
                "up_to",
                "condition_kind",
                "value"))) {
      rows.add(
          scale,
          position,
          label,
          from == null ? null : new BigDecimal(from),
          upTo == null ? null : new BigDecimal(upTo),
          "NONE",
          new BigDecimal(rate));
    }
  }
}
