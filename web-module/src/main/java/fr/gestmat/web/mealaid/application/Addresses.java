package fr.gestmat.web.mealaid.application;

import java.util.UUID;

/** Where the pages of an application are. */
public final class Addresses {

  private Addresses() {}

  /** An application. */
  public static String application(UUID id) {
    return "/aide/demandes/" + id;
  }

  /** A page of its form. */
  public static String step(UUID id, String key) {
    return application(id) + "/questions/" + key;
  }

  /** What is looked at before it is sent. */
  public static String summary(UUID id) {
    return application(id) + "/verification";
  }
}
