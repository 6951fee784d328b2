package org.lottrace.console.web.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.lottrace.console.web.internal.ConsoleContext;
import org.lottrace.trace.drawing.TraceDrawing;

/** Style, scripts and pictures of the console: files of this bundle, whose address changes with their bytes, so that a browser keeps them. */
public final class Assets {
    private static final String FOLDER = "/org/lottrace/console/web/assets/";
    private static final String STYLE = "text/css;charset=utf-8";
    private static final String SCRIPT = "text/javascript;charset=utf-8";
    private static final String PICTURE = "image/svg+xml";
    private static final Map<String, String> TYPES = Map.of(
            "charts.js", SCRIPT,
            "console.css", STYLE,
            "console.js", SCRIPT,
            "htmx.js", SCRIPT,
            "htmx-sse.js", SCRIPT,
            "icons.svg", PICTURE,
            "logo.svg", PICTURE,
            "uplot.css", STYLE,
            "uplot.js", SCRIPT);
    private static final Map<String, Asset> ASSETS = read();

    private Assets() {}

    private record Asset(String type, String digest, byte[] plain, byte[] packed) {}

    /** @return the address of a file, for a link in a page */
    public static String address(String name) {
        return ConsoleContext.PATH + "/assets/" + name + "?v="
                + Optional.ofNullable(ASSETS.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("the console has no file " + name))
                        .digest();
    }

    /** @return false when there is no such file */
    static boolean send(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asset asset = ASSETS.get(name);
        if (asset == null) {
            return false;
        }
        boolean isOfThisVersion = asset.digest().equals(request.getParameter("v"));
        String tag = '"' + asset.digest() + '"';
        response.setHeader("Cache-Control", isOfThisVersion ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        boolean isPacked = Optional.ofNullable(request.getHeader("Accept-Encoding"))
                .orElse("")
                .contains("gzip");
        byte[] bytes = isPacked ? asset.packed() : asset.plain();
        if (isPacked) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(asset.type());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        return true;
    }

    private static Map<String, Asset> read() {
        Map<String, Asset> assets = new LinkedHashMap<>();
        TYPES.forEach((name, type) -> assets.put(name, asset(name, type)));
        assets.put("trace-drawing.css", asset(STYLE, TraceDrawing.css().getBytes(StandardCharsets.UTF_8)));
        return assets;
    }

    private static Asset asset(String name, String type) {
        try {
            return asset(type, bytes(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Asset asset(String type, byte[] bytes) {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(bytes);
            }
            return new Asset(type, digest, bytes, packed.toByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        byte[] path = file(name + ".path");
        byte[] bytes = file(path.length == 0 ? name : new String(path, StandardCharsets.UTF_8).strip());
        if (bytes.length == 0) {
            throw new IllegalStateException("the bundle lacks its file " + FOLDER + name);
        }
        return bytes;
    }

    /** @return what is in it; nothing when it is not there or a folder */
    private static byte[] file(String name) throws IOException {
        URL found = Assets.class.getResource(FOLDER + name);
        if (found == null) {
            return new byte[0];
        }
        try (InputStream file = found.openStream()) {
            return file.readAllBytes();
        }
    }
}
