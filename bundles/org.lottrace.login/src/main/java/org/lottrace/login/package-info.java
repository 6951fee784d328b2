/** How passwords are kept. Used by the bundle itself and by the start script, which makes the first password. */
@Export
@Version("1.0.0")
package org.lottrace.login;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
