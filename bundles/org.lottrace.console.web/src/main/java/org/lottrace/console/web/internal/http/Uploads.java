package org.lottrace.console.web.internal.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files that a form brings along, each as its bytes; how large they may be says the servlet. */
final class Uploads {
    /** Bytes; who sends more than that in vain may see a broken connection. */
    private static final long THROWN_AWAY = 32_000_000;

    private Uploads() {}

    static boolean isMultipart(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.startsWith("multipart/form-data"))
                .isPresent();
    }

    /** @return by the name of their field; a field without a file is not in it */
    static Map<String, byte[]> of(HttpServletRequest request) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        if (isMultipart(request)) {
            try {
                for (Part part : request.getParts()) {
                    if (part.getSubmittedFileName() != null && part.getSize() > 0) {
                        try (InputStream content = part.getInputStream()) {
                            files.put(part.getName(), content.readAllBytes());
                        }
                    }
                }
            } catch (ServletException noForm) {
                throw new IOException("the form cannot be read", noForm);
            }
        }
        return files;
    }

    /** Who is still sending when the connection is closed never sees the page that says what was wrong with it. */
    static void throwAway(HttpServletRequest request) throws IOException {
        byte[] some = new byte[8192];
        long count = 0;
        int read = 0;
        while (read >= 0 && count < THROWN_AWAY) {
            read = request.getInputStream().read(some);
            count += read;
        }
    }
}
