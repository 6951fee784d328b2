/**
 * Container tests: JUnit Jupiter test classes that run inside the built distribution.
 *
 * <p>Put {@link org.lottrace.it.karaf.KarafTest} on a test class. Outside, it starts one Karaf for the whole run of
 * failsafe and sends every test method into it; inside, OSGi services are parameters of the test methods.
 */
@Export
@Version("1.0.0")
package org.lottrace.it.karaf;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
