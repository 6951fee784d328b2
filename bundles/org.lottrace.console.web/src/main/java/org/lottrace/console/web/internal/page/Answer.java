package org.lottrace.console.web.internal.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** What a page answers. */
public sealed interface Answer {
    /** The page has no form that is sent to this address. */
    Answer NOT_ALLOWED_HERE = new Failure(405, "error.method");

    /** There is nothing at this address. */
    Answer NOT_FOUND = new Failure(404, "error.not-found");

    /**
     * A page of HTML.
     *
     * @param status of HTTP
     * @param template such as {@code lot/page.jte}
     * @param view its parameter {@code view}
     */
    record Html(int status, String template, Object view) implements Answer {
        public Html {
            Objects.requireNonNull(template);
            Objects.requireNonNull(view);
        }
    }

    /** Go there with GET, after a form was taken. */
    record SeeOther(String address) implements Answer {
        public SeeOther {
            if (!address.startsWith("/") || address.startsWith("//")) {
                throw new IllegalArgumentException("a redirect stays on this server: " + address);
            }
        }
    }

    /**
     * A file to be saved.
     *
     * @param name its name, of letters, digits, dot and hyphen
     * @param type media type
     */
    record Download(String name, String type, Content content) implements Answer {
        public Download {
            if (!name.matches("[A-Za-z0-9._-]+")) {
                throw new IllegalArgumentException("no plain name of a file: " + name);
            }
            Objects.requireNonNull(type);
            Objects.requireNonNull(content);
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** It cannot be shown. The text says why and what to do. */
    record Failure(int status, String text, Object... details) implements Answer {}

    /** @return a page that is as it should be */
    static Answer html(String template, Object view) {
        return new Html(200, template, view);
    }

    /** @return a form that was not taken, with what is wrong with it */
    static Answer refused(String template, Object view) {
        return new Html(422, template, view);
    }
}
