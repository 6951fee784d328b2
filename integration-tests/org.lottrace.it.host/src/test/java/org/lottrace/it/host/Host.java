package org.lottrace.it.host;

import java.nio.file.Path;
import java.util.List;

/** A framework without Karaf. Both are the versions that Karaf 4.4 carries. */
enum Host {
    FELIX("org.apache.felix.framework", "org/apache/felix/org.apache.felix.framework"),
    EQUINOX("org.eclipse.osgi", "org/eclipse/platform/org.eclipse.osgi");

    final String symbolicName;
    private final String folder;

    Host(String symbolicName, String folder) {
        this.symbolicName = symbolicName;
        this.folder = folder;
    }

    /** @return its jar */
    Path framework(Path system) {
        List<Path> jars = Folders.jarsBelow(system.resolve(folder));
        if (jars.size() != 1) {
            throw new IllegalStateException("not one version of " + symbolicName + ": " + jars);
        }
        return jars.get(0);
    }
}
