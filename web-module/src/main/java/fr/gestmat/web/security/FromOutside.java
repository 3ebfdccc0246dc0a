package fr.gestmat.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method that other sites post to by design and that needs no session: the notice of a
 * portal that somebody signed out. Everything else that is posted must come from our own pages.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromOutside {}
