package fr.gestmat.web.home;

import fr.gestmat.web.view.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The parts of a whole, drawn beside each other in the order in which they are added. */
public final class Shares {

  private final String words;
  private final long whole;
  private final List<Share> drawn = new ArrayList<>();
  private long before;

  /**
   * A part, as a picture draws it.
   *
   * @param text the key of its word, which follows the count
   * @param tone its colour and shape
   * @param count how many
   * @param from where it begins, in percent of the whole, as CSS writes it
   * @param width how much it takes, in percent of the whole
   * @param path where its members are listed
   */
  public record Share(String text, Tone tone, long count, String from, String width, String path) {}

  /**
   * Nothing drawn yet.
   *
   * @param words what the keys of the words begin with
   * @param whole how many there are; parts need not add up to it
   */
  Shares(String words, long whole) {
    this.words = words;
    this.whole = whole;
  }

  /** Adds a part; one without any is left out. */
  void add(String name, Tone tone, long count, String path) {
    if (count > 0) {
      drawn.add(
          new Share(
              words + name, tone, count, percent(before, whole), percent(count, whole), path));
      before += count;
    }
  }

  /** The parts that have any. */
  List<Share> drawn() {
    return List.copyOf(drawn);
  }

  /** A part in percent, as CSS writes it. */
  static String percent(long part, long whole) {
    return BigDecimal.valueOf(100 * part)
        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
