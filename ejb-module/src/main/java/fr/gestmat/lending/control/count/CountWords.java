package fr.gestmat.lending.control.count;

/** The French words of the report; pages have their own, in the reader's language. */
final class CountWords {

  private CountWords() {}

  static String of(CountFinding finding) {
    return switch (finding) {
      case FOUND -> "Trouvé";
      case RETURNED -> "Rendu pendant l'inventaire";
      case AGAIN -> "Déjà compté";
      case OTHER_ROOM -> "Rangé ailleurs";
      case ARRIVED_SINCE -> "Arrivé depuis l'ouverture";
      case OTHER_SCHOOL -> "D'un autre établissement";
      case ON_LOAN -> "En prêt";
      case IN_REPAIR -> "En réparation";
      case IN_TRANSIT -> "En transit";
      case NOT_RECEIVED -> "Attendu, pas encore reçu";
      case LOST -> "Déclaré perdu";
      case STOLEN -> "Déclaré volé";
      case WITHDRAWN -> "Réformé";
      case GIVEN -> "Cédé";
      case UNKNOWN -> "Code inconnu";
      case AMBIGUOUS -> "Code porté par deux matériels";
      case UNREADABLE -> "Code illisible";
      case TOO_LATE -> "Lu après la clôture";
      case MISSING -> "Manquant";
      case MOVED -> "Parti depuis l'ouverture";
    };
  }
}
