import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { addressParts } from "#admin/ui/address.ts";
import { Dialog } from "#admin/ui/dialog.tsx";
import { type Destination, type DestinationGroup, matching } from "./destination.ts";
import { useFoundPlaces } from "./use-found-places.ts";
import "./palette.css";

/** Goes anywhere by typing: pages and acts at once, sites and places as they are found. */
export function Palette({ pages, onClose }: { pages: readonly Destination[]; onClose: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [pointed, setPointed] = useState(0);
  const { groups: found, isSearching } = useFoundPlaces(typed);
  const fitting = matching(pages, typed);
  const groups = [{ title: text("palette.pages"), destinations: fitting }, ...found].filter(
    (group) => group.destinations.length > 0,
  );
  const all = groups.flatMap((group) => group.destinations);
  const current = all[Math.min(pointed, all.length - 1)];
  const go = (destination: Destination | undefined) => {
    if (!destination) return;
    onClose();
    void navigate(addressParts(destination.to));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") go(current);
    if (event.key === "Enter" || step !== undefined) event.preventDefault();
    if (step !== undefined) setPointed((before) => Math.max(0, Math.min(all.length - 1, before + step)));
  };
  return (
    <Dialog title={text("palette.title")} isOpen onClose={onClose}>
      <div className="fs-palette">
        <label htmlFor={`${id}-words`} className="usa-hint">
          {text("palette.help")}
        </label>
        <input
          id={`${id}-words`}
          className="usa-input"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={current && `${id}-${current.key}`}
          aria-autocomplete="list"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPointed(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div id={`${id}-list`} role="listbox" aria-label={text("palette.title")} className="fs-palette__list">
          {groups.map((group) => (
            <Group key={group.title} group={group} id={id} current={current} onGo={go} />
          ))}
        </div>
        <p role="status" className="fs-soft">
          {all.length === 0 && !isSearching && text("palette.none")}
        </p>
      </div>
    </Dialog>
  );
}

interface GroupProps {
  group: DestinationGroup;
  id: string;
  current: Destination | undefined;
  onGo: (destination: Destination) => void;
}

function Group({ group, id, current, onGo }: GroupProps) {
  return (
    <div role="group" aria-label={group.title}>
      <div className="fs-palette__title" aria-hidden="true">
        {group.title}
      </div>
      {group.destinations.map((destination) => (
        <div
          key={destination.key}
          id={`${id}-${destination.key}`}
          role="option"
          tabIndex={-1}
          aria-selected={destination === current}
          className="fs-palette__option"
          onClick={() => {
            onGo(destination);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") onGo(destination);
          }}
        >
          {destination.label}
          {destination.hint && <span className="fs-soft">{destination.hint}</span>}
        </div>
      ))}
    </div>
  );
}
