package fr.gestmat.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method that mails a link to any address that is typed: {@link RateFilter} counts it by
 * the hour, so that nobody has us write to a list of strangers.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MailsLink {}
