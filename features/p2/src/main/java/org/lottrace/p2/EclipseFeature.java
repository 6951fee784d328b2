package org.lottrace.p2;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A feature as Eclipse has it: what can be installed and updated as one. Its name is that of Karaf's feature with dots.
 *
 * @param includes names of the features it needs, in the same version
 */
record EclipseFeature(String name, String version, String label, List<String> includes, List<BundleJar> bundles) {
    private static final String VENDOR = "LotTrace";

    /** {@code lottrace-edi-x12} is {@code org.lottrace.feature.edi.x12}. */
    static String idOf(String karafName) {
        return "org.lottrace.feature" + karafName.replaceFirst("^lottrace", "").replace('-', '.');
    }

    void writeTo(Path folder) throws IOException {
        Path file = folder.resolve(idOf(name) + "_" + version + ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            JarEntry entry = new JarEntry("feature.xml");
            entry.setTime(0);
            jar.putNextEntry(entry);
            jar.write(xml().getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }

    private String xml() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<feature id=\"%s\" version=\"%s\" label=\"%s\" provider-name=\"%s\">%n"
                .formatted(idOf(name), version, escaped(label), VENDOR));
        includes.forEach(need -> xml.append("  <includes id=\"%s\" version=\"%s\"/>%n".formatted(idOf(need), version)));
        bundles.forEach(bundle -> xml.append("  <plugin id=\"%s\" version=\"%s\" unpack=\"false\"%s/>%n"
                .formatted(bundle.symbolicName(), bundle.version(), bundle.isFragment() ? " fragment=\"true\"" : "")));
        return xml.append("</feature>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
