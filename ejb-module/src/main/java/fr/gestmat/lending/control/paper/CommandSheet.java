package fr.gestmat.lending.control.paper;

import fr.gestmat.lending.control.ScanCommand;
import fr.gestmat.reports.card.Card;
import fr.gestmat.reports.card.CardGroup;
import fr.gestmat.reports.card.CardSheets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The sheet of command cards: with it a day of returns needs no keyboard. */
public final class CommandSheet {

  private static final int COLUMNS = 2;
  private static final float ROW = 125;

  private CommandSheet() {}

  /**
   * Writes the sheet as a PDF. The file appears complete or not at all.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(Path target) throws IOException {
    List<Card> cards =
        Arrays.stream(ScanCommand.values())
            .map(command -> new Card(words(command), detail(command), command.card()))
            .toList();
    new CardSheets("Cartes de commande", "Gestmat – cartes de commande", COLUMNS, ROW)
        .write(
            target,
            List.of(
                new CardGroup(
                    "Cartes de commande du comptoir",
                    "Posez cette feuille près du lecteur. Scannez une carte comme une étiquette :"
                        + " le comptoir fait ce qu'elle dit.",
                    cards)));
  }

  private static String words(ScanCommand command) {
    return switch (command) {
      case CHECK_IN -> "Reprendre";
      case CHECK_OUT -> "Remettre";
      case GRADE_NEW -> "État : neuf";
      case GRADE_GOOD -> "État : bon";
      case GRADE_WORN -> "État : usé";
      case GRADE_DAMAGED -> "État : abîmé";
      case GRADE_INCOMPLETE -> "État : incomplet";
      case UNDO -> "Annuler le dernier scan";
      case END -> "Terminer la séance";
    };
  }

  private static String detail(ScanCommand command) {
    return switch (command) {
      case CHECK_IN -> "Les prochains scans sont des retours";
      case CHECK_OUT -> "Les prochains scans sont des remises";
      case GRADE_NEW, GRADE_GOOD, GRADE_WORN, GRADE_DAMAGED, GRADE_INCOMPLETE ->
          "Pour les prochains matériels, jusqu'à une autre carte";
      case UNDO -> "Remet tout comme avant";
      case END -> "Affiche le résumé";
    };
  }
}
