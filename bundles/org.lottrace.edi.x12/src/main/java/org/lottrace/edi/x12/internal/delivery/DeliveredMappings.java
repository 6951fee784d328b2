package org.lottrace.edi.x12.internal.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the files of {@code edi-mappings}, which this bundle carries, into the folder where they are used and edited. A file
 * that nobody has touched since it was delivered follows the product; one that was edited or deleted stays as it is. What was
 * delivered is noted in {@code .delivered} by path and digest.
 */
public final class DeliveredMappings {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveredMappings.class);
    private static final String ROOT = "edi-mappings/";

    private DeliveredMappings() {}

    /** @return the files that the bundle carries, by their path below {@code edi-mappings} */
    public static Map<String, byte[]> carriedBy(Bundle bundle) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Enumeration<URL> entries = bundle.findEntries(ROOT, "*", true);
        for (URL entry : entries == null ? Collections.<URL>emptyList() : Collections.list(entries)) {
            String path = entry.getPath();
            if (!path.endsWith("/")) {
                try (InputStream in = entry.openStream()) {
                    files.put(path.substring(path.indexOf(ROOT) + ROOT.length()), in.readAllBytes());
                }
            }
        }
        return files;
    }

    /** Idempotent. */
    public static void deliver(Map<String, byte[]> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path noted = folder.resolve(".delivered");
        Properties digests = new Properties();
        if (Files.exists(noted)) {
            try (InputStream in = Files.newInputStream(noted)) {
                digests.load(in);
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            deliver(file.getKey(), file.getValue(), folder.resolve(file.getKey()), digests);
        }
        try (OutputStream out = Files.newOutputStream(noted)) {
            digests.store(
                    out,
                    "what LotTrace has delivered; a file that differs from its digest here was edited and is kept");
        }
    }

    private static void deliver(String path, byte[] content, Path target, Properties digests) throws IOException {
        String delivered = digests.getProperty(path);
        String shipped = digest(content);
        if (Files.exists(target)) {
            String present = digest(Files.readAllBytes(target));
            if (present.equals(shipped)) {
                digests.setProperty(path, shipped);
                return;
            }
            if (!present.equals(delivered)) {
                LOG.info("edited mapping is kept file={}", target);
                return;
            }
        } else if (delivered != null) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.write(target, content);
        digests.setProperty(path, shipped);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
