import { z } from "zod";

// Compiling parsers at run time is what the content security policy forbids; not trying is quieter.
z.config({ jitless: true });
