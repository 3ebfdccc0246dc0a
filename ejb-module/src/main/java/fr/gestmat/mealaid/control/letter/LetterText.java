package fr.gestmat.mealaid.control.letter;

import fr.gestmat.access.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The text of a letter as it was typed.
 *
 * @param title heading of the letter
 * @param body paragraphs, with fields
 * @param signatory who signs; may be empty
 * @param footer printed at the foot of each page; may be empty
 * @param logo PNG or JPEG, if there is one
 */
public record LetterText(
    String title, String body, String signatory, String footer, Optional<byte[]> logo) {

  /** Longest title, in characters. */
  public static final int LONGEST_TITLE = 160;

  /** Longest body, in characters: about three pages. */
  public static final int LONGEST_BODY = 8_000;

  /** Longest name of who signs, in characters. */
  public static final int LONGEST_SIGNATORY = 160;

  /** Longest footer, in characters: two lines of the page (M-A24). */
  public static final int LONGEST_FOOTER = 190;

  /** Largest picture, in bytes. */
  public static final int LARGEST_LOGO = 500_000;

  /** Widest or highest picture, in dots. */
  private static final int MOST_DOTS = 3_000;

  private static final int[] PNG = {0x89, 'P', 'N', 'G'};
  private static final int[] JPEG = {0xFF, 0xD8, 0xFF};

  /** Trims, and brings line ends into one form. */
  public LetterText {
    title = title.strip();
    body = body.replace("\r\n", "\n").replace('\r', '\n').strip();
    signatory = signatory.strip();
    footer = footer.strip().replaceAll("\\s+", " ");
    logo = logo.filter(bytes -> bytes.length > 0);
  }

  /** All that keeps a text from being saved or published; empty if nothing does. */
  public List<Refusal> refusals() {
    List<Refusal> found = new ArrayList<>();
    check(found, "title", title, LONGEST_TITLE, true);
    check(found, "body", body, LONGEST_BODY, true);
    check(found, "signatory", signatory, LONGEST_SIGNATORY, false);
    check(found, "footer", footer, LONGEST_FOOTER, false);
    logo.flatMap(LetterText::wrong).ifPresent(found::add);
    return List.copyOf(found);
  }

  private static void check(
      List<Refusal> found, String field, String text, int longest, boolean needed) {
    if (needed && text.isEmpty()) {
      found.add(Refusal.of(field, "missing"));
    } else if (text.length() > longest) {
      found.add(Refusal.of(field, "tooLong", longest));
    }
    List<String> unknown = LetterField.unknown(text);
    if (!unknown.isEmpty()) {
      found.add(Refusal.of(field, "unknownField", String.join(", ", unknown)));
    } else if (LetterField.hasLooseBrace(text)) {
      found.add(Refusal.of(field, "looseBrace"));
    }
  }

  /** What is wrong with a picture: its bytes say what it is, not its name. */
  private static Optional<Refusal> wrong(byte[] logo) {
    if (logo.length > LARGEST_LOGO) {
      return Optional.of(Refusal.of("logo", "logoTooLarge", LARGEST_LOGO / 1_000));
    }
    if (!begins(logo, PNG) && !begins(logo, JPEG)) {
      return Optional.of(Refusal.of("logo", "logoNoPicture"));
    }
    try {
      @Nullable BufferedImage picture = ImageIO.read(new ByteArrayInputStream(logo));
      return picture != null && picture.getWidth() <= MOST_DOTS && picture.getHeight() <= MOST_DOTS
          ? Optional.empty()
          : Optional.of(Refusal.of("logo", "logoNoPicture"));
    } catch (IOException | RuntimeException e) {
      return Optional.of(Refusal.of("logo", "logoNoPicture"));
    }
  }

  private static boolean begins(byte[] bytes, int[] with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** The text that a campaign begins with, so that no decision waits for one. */
  public static LetterText usual(LetterKind kind) {
    return switch (kind) {
      case GRANTED ->
          text(
              "Votre demande d'aide à la cantine est acceptée",
              """
              Madame, Monsieur,

              Vous avez demandé une aide à la cantine pour {enfant.prenom} {enfant.nom}, à \
              {etablissement} (demande n° {numero}, {campagne}).

              Votre demande est acceptée. L'aide prend effet le {effet}. Vous n'avez rien à payer \
              d'avance : l'établissement la déduit de votre facture de restauration.""");
      case REFUSED ->
          text(
              "Votre demande d'aide à la cantine n'est pas acceptée",
              """
              Madame, Monsieur,

              Vous avez demandé une aide à la cantine pour {enfant.prenom} {enfant.nom}, à \
              {etablissement} (demande n° {numero}, {campagne}).

              Votre demande n'est pas acceptée, pour le motif indiqué ci-dessous. Si votre \
              situation change, vous pouvez nous l'écrire depuis votre espace.""");
      case CLOSED ->
          text(
              "Votre demande d'aide à la cantine est classée sans suite",
              """
              Madame, Monsieur,

              Vous avez demandé une aide à la cantine pour {enfant.prenom} {enfant.nom}, à \
              {etablissement} (demande n° {numero}, {campagne}).

              Votre demande est classée sans suite, pour le motif indiqué ci-dessous.""");
      case APPEAL_REJECTED ->
          text(
              "Réponse à votre recours",
              """
              Madame, Monsieur,

              Vous avez contesté la décision prise sur la demande d'aide à la cantine de \
              {enfant.prenom} {enfant.nom} (demande n° {numero}, {campagne}).

              Nous avons réexaminé votre dossier. La décision est maintenue, pour le motif \
              indiqué ci-dessous.""");
    };
  }

  private static LetterText text(String title, String body) {
    return new LetterText(title, body, "", "", Optional.empty());
  }
}
