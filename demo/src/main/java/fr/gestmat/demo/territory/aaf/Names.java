package fr.gestmat.demo.territory.aaf;

import java.util.SplittableRandom;

/** Draws plausible names; nobody in particular bears them. */
public final class Names {

  private static final String[] FAMILY =
      ("Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent"
              + " Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André"
              + " Lefèvre Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure"
              + " Rousseau Blanc Guérin Muller Henry Roussel Nicolas Perrin Morin Mathieu Clément"
              + " Gauthier Dumont Lopez Fontaine Chevalier Robin Masson Sanchez Gérard Nguyen"
              + " Boyer Denis Lemaire Duval Joly Gautier Roger Roche Roy Noël Meyer Lucas Meunier"
              + " Jean Perez Marchand Dufour Blanchard Marie Barbier Brun Dumas Brunet Schmitt"
              + " Leroux Colas Fernandez Arnaud Rolland Caron Aubert Giraud Leclerc Vidal Bourgeois"
              + " Renaud Lemoine Picard Gaillard Philippe Leclercq Lacroix Fabre Dupuis Olivier"
              + " Rodriguez Hubert Charpentier Guillot Rivière Moulin Baron Fleury Schneider"
              + " Huet Renard Benoît Prévost Klein Weber Adam Boucher Germain Hervé Carpentier"
              + " Collet Leblanc Royer Étienne Guyot Bailly Charles Perrot Besnard Gillet Cousin"
              + " Paris Breton Maillard Barre Jacquet Poulain Antoine Barthélémy Lebrun Bouvier"
              + " Marty Humbert Benard Pons Tessier Kaya Yılmaz Diallo Traoré Diarra Cissé Koné"
              + " Haddad Benali Cherif Mansouri Bouzid Amrani Silva Pereira Ferreira Costa Rossi"
              + " Ricci Kowalski Nowak Popescu Ćosić Horvat Zimmermann Schäfer Müller Kœnig Bœuf"
              + " Ôrel Ünal Šimić Łukasik")
          .split(" ");
  private static final String[] GIVEN_GIRLS =
      ("Emma Louise Jade Alice Chloé Lina Mila Léa Manon Rose Anna Inès Camille Lola Ambre Léna"
              + " Zoé Juliette Julia Lou Sarah Lucie Agathe Jeanne Nina Romane Eva Charlotte Inaya"
              + " Sofia Margaux Louane Clara Victoire Anaïs Maëlys Élise Océane Éléonore Noémie"
              + " Apolline Aya Yasmine Assia Fatoumata Aïcha Mélissa Solène Gaëlle Maïwenn Bérénice"
              + " Hélène Célia Cœlia Marie-Lou Anne-Sophie Lou-Ann")
          .split(" ");
  private static final String[] GIVEN_BOYS =
      ("Gabriel Léo Raphaël Arthur Louis Lucas Adam Jules Hugo Maël Liam Noah Ethan Paul Nathan"
              + " Gabin Sacha Tom Mohamed Théo Aaron Léon Noé Mathis Valentin Martin Victor Marius"
              + " Rayan Timéo Antoine Nolan Eliott Clément Baptiste Maxime Samuel Robin Yanis"
              + " Augustin Éden Ismaël Amir Malo Gaspard Kylian Ibrahim Enzo Loïc Yaël Rémi"
              + " Benoît Jean-Baptiste Pierre-Louis Ousmane Thibault Anatole Côme")
          .split(" ");
  private static final String[] PARTICLES = {"Le ", "De ", "De la ", "D'", "Du ", "Ben ", "El "};

  private Names() {}

  /** A family name: one in twelve is double, one in twenty has a particle. */
  public static String family(SplittableRandom random) {
    String one = pick(FAMILY, random);
    int kind = random.nextInt(60);
    if (kind < 5) {
      return one + "-" + pick(FAMILY, random);
    }
    return kind < 8 ? pick(PARTICLES, random) + one : one;
  }

  /** A girl's given name. */
  public static String girl(SplittableRandom random) {
    return pick(GIVEN_GIRLS, random);
  }

  /** A boy's given name. */
  public static String boy(SplittableRandom random) {
    return pick(GIVEN_BOYS, random);
  }

  static String pick(String[] from, SplittableRandom random) {
    return from[random.nextInt(from.length)];
  }
}
