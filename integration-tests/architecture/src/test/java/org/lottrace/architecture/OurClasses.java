package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The classes of every bundle that is no library, read once: that is most of the time these tests take. */
final class OurClasses {
    static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(BuiltBundle.all().stream()
                    .filter(bundle -> !bundle.isLibrary())
                    .map(bundle -> BuiltBundle.content(BuiltBundle.folder().resolve(bundle.directory())))
                    .toList());

    private OurClasses() {}
}
