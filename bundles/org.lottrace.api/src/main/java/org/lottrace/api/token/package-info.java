/** Tokens with which programs log in over HTTP: made and revoked by administrators, bound to roles and an end. */
@Export
@Version("1.0.0")
package org.lottrace.api.token;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
