import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { addressParts } from "./address.ts";

/** Goes to an address once, in place of the page that shows it. */
export function GoTo({ address }: { address: string }) {
  const navigate = useNavigate();
  const [first] = useState(address);
  useEffect(() => {
    void navigate({ ...addressParts(first), replace: true });
  }, [first, navigate]);
  return null;
}
