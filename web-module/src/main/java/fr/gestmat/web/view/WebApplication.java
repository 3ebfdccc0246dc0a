package fr.gestmat.web.view;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * All that answers over HTTP, pages and API alike: every resource and provider of this archive is
 * found by the container. Only {@code /static/*} is served by a servlet, {@link StaticFiles}.
 */
@ApplicationPath("/")
public class WebApplication extends Application {}
