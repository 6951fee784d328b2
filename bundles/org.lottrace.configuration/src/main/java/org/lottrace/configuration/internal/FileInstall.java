package org.lottrace.configuration.internal;

import java.io.File;
import java.io.IOException;
import org.osgi.framework.BundleContext;

/** What reads the files in {@code etc/} into Configuration Admin: Apache Felix File Install, as Karaf has it. */
interface FileInstall {
    /** @return whether there is one: a host may be without */
    boolean isThere();

    /** Takes over what is in the file now, before this returns. */
    void read(File file) throws IOException;

    /** Takes away the configuration of a file that is no more. */
    void gone(File file) throws IOException;

    /** That of the framework. */
    record OfHost(BundleContext context) implements FileInstall {
        @Override
        public boolean isThere() {
            return CfgReader.isIn(context);
        }

        @Override
        public void read(File file) throws IOException {
            CfgReader.of(context).read(file);
        }

        @Override
        public void gone(File file) throws IOException {
            CfgReader.of(context).gone(file);
        }
    }
}
