/** Who fails to log in. Who may log in, and with what, is a matter of the container. */
@Export
@Version("1.0.0")
package org.lottrace.api.login;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
