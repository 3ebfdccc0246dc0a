package fr.gestmat.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource method that takes more than {@link BodyFilter} lets pass by itself. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargestBody {

  /**
   * What a request may hold, in units of 1,024 × 1,024 bytes: the file, and room for the rest of
   * the form, so that a file that is a little too large is still refused beside its field.
   */
  int megabytes();
}
