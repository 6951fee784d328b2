package org.lottrace.configuration.internal;

import java.io.File;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The part of File Install that reads {@code .cfg}. A class of its own: a host without File Install never loads it. */
final class CfgReader {
    private static final String SERVICE = "org.apache.felix.fileinstall.ArtifactInstaller";
    private static final File ANY = new File("any.cfg");

    private final ArtifactInstaller installer;

    private CfgReader(ArtifactInstaller installer) {
        this.installer = installer;
    }

    static boolean isIn(BundleContext context) {
        return references(context).length > 0;
    }

    /** @throws IOException when File Install is being started or stopped */
    static CfgReader of(BundleContext context) throws IOException {
        return Stream.of(references(context))
                .map(context::getService)
                .map(ArtifactInstaller.class::cast)
                .filter(one -> one != null && one.canHandle(ANY))
                .findFirst()
                .map(CfgReader::new)
                .orElseThrow(() -> new IOException("File Install is not there at the moment"));
    }

    void read(File file) throws IOException {
        reach(() -> installer.update(file), file);
    }

    void gone(File file) throws IOException {
        reach(() -> installer.uninstall(file), file);
    }

    private static void reach(Work work, File file) throws IOException {
        try {
            work.run();
        } catch (IOException failed) {
            throw failed;
        } catch (Exception failed) { // which is all that the interface promises
            throw new IOException(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static ServiceReference<?>[] references(BundleContext context) {
        try {
            ServiceReference<?>[] all = context.getServiceReferences(SERVICE, null);
            return all == null ? new ServiceReference<?>[0] : all;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Work {
        void run() throws Exception;
    }
}
