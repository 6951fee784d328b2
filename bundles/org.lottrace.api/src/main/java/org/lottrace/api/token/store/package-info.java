/** The rows of tokens. Only the login bundle writes here, for {@code Tokens}. */
@Export
@Version("1.0.0")
package org.lottrace.api.token.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
