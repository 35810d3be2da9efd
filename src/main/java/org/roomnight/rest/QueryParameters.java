package org.roomnight.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The query parameters that a controller method knows; without this annotation it knows none. Others are a 400. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface QueryParameters {

    String[] value();
}
