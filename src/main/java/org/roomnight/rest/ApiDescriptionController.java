package org.roomnight.rest;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description of the API to everybody; who has it already gets 304 (Spring compares the entity tag). */
@RestController
final class ApiDescriptionController {

    private final ApiDescription description;

    ApiDescriptionController(ApiDescription description) {
        this.description = description;
    }

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> read() {
        ApiDescription.Served served = description.served();
        return ResponseEntity.ok()
                .eTag(served.tag())
                .cacheControl(CacheControl.noCache())
                .body(served.octets());
    }
}
