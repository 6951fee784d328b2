package org.lottrace.web.gate.internal.soap;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays out a contract, the WSDL and the schemas it imports, as files: CXF follows an import through files and the
 * network, but refuses the URLs a bundle has for its resources.
 */
final class ContractFiles {
    private static final Pattern IMPORT = Pattern.compile("schemaLocation=\"([^\":]+)\"");

    private final Path folder;

    ContractFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * @param service whose bundle holds the contract; each service has a folder of its own
     * @param wsdl name of the resource
     * @return the file of the WSDL
     */
    Path layOut(Class<?> service, String wsdl) throws IOException {
        return copy(service.getClassLoader(), Path.of(wsdl), folder.resolve(service.getName()));
    }

    private Path copy(ClassLoader loader, Path resource, Path target) throws IOException {
        String name = resource.toString().replace('\\', '/');
        String content;
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("the bundle of the service has no " + name);
            }
            content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Path file = target.resolve(resource);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Matcher imported = IMPORT.matcher(content);
        while (imported.find()) {
            copy(loader, resource.resolveSibling(imported.group(1)).normalize(), target);
        }
        return file;
    }
}
