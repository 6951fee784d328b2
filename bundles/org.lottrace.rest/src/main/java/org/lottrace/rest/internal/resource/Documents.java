package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** What describes all the others: OpenAPI, and a page that shows it. Nothing comes from outside. */
@Path("/")
public final class Documents {
    private static final String PAGE_IS_ITS_OWN =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final Map<String, String> FILES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "start.js", "text/javascript; charset=utf-8",
            "openapi.json", "application/json",
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "favicon-32x32.png", "image/png");

    @GET
    public Response page() {
        return file("index.html");
    }

    @GET
    @Path("{file: [a-z0-9-]+\\.[a-z0-9]+}")
    public Response file(@PathParam("file") String file) {
        String type = FILES.get(file);
        InputStream content = type == null ? null : Documents.class.getResourceAsStream("/api-page/" + file);
        if (content == null) {
            throw new NotFoundException();
        }
        try (content) {
            return Response.ok(content.readAllBytes(), type)
                    .header("Content-Security-Policy", PAGE_IS_ITS_OWN)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "private, max-age=300")
                    .build();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
