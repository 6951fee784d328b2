package org.lottrace.p2;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a jar says of itself as a bundle. */
record BundleJar(Path file, String symbolicName, String version, boolean isFragment) {
    /** As the framework reads it: an incomplete version is filled with zeros. */
    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:\\.([\\w-]+))?");

    static BundleJar of(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String name = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            if (name == null) {
                throw new IOException(file + " is no bundle");
            }
            Attributes main = manifest.getMainAttributes();
            return new BundleJar(
                    file,
                    name.split(";")[0].strip(),
                    whole(main.getValue("Bundle-Version")),
                    main.getValue("Fragment-Host") != null);
        }
    }

    private static String whole(String version) throws IOException {
        Matcher parts = VERSION.matcher(version == null ? "0" : version.strip());
        if (!parts.matches()) {
            throw new IOException("no version of a bundle: " + version);
        }
        String numbers = parts.group(1) + "." + orZero(parts.group(2)) + "." + orZero(parts.group(3));
        return parts.group(4) == null ? numbers : numbers + "." + parts.group(4);
    }

    private static String orZero(String part) {
        return part == null ? "0" : part;
    }

    /** @return as Eclipse names files of a repository */
    String fileName() {
        return String.format(Locale.ROOT, "%s_%s.jar", symbolicName, version);
    }
}
