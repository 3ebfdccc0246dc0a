package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.statement.StatedAmount;
import fr.gestmat.mealaid.entity.statement.StatedChild;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a statement's lines, by which a later change of any of them is found. What it is
 * taken of is written out field by field: it must stay the same for statements of years ago.
 */
public final class StatementSeal {

  private static final char BETWEEN = '\u001f';

  private StatementSeal() {}

  /** SHA-256 of everything that the lines say, in their order. */
  public static byte[] digest(List<StatedLine> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (StatedLine line : lines) {
        digest.update(text(line).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String text(StatedLine line) {
    StatedChild child = line.child();
    StatedAmount money = line.money();
    @Nullable Object[] said = {
      line.kind(),
      line.term(),
      child.applicationNumber(),
      child.ine(),
      child.familyName(),
      child.givenName(),
      child.className(),
      child.boardingStatus(),
      child.mealsAWeek(),
      money.unit(),
      number(money.unitAmount()),
      number(money.rate()),
      money.firstDay(),
      money.lastDay(),
      money.days(),
      money.termDays(),
      number(money.amount()),
      money.remark(),
      line.problem(),
      line.sourceId()
    };
    return Arrays.stream(said).map(String::valueOf).collect(Collectors.joining("" + BETWEEN));
  }

  private static @Nullable String number(@Nullable BigDecimal value) {
    return value == null ? null : value.setScale(2).toPlainString();
  }
}
