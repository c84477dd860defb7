/**
 * A small client of the API for shops that are written in Java. It needs the JDK only, and leaves JSON to the library that the shop uses already: bodies
 * go in and come out as text, in the shapes of docs/api/openapi.json.
 */
@NullMarked
package org.tongdao.client;

import org.jspecify.annotations.NullMarked;
