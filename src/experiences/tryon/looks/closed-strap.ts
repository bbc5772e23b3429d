import { type IUniform, Matrix4, Vector4 } from 'three'

/** How a strap is closed round a wrist, for the shader. */
export interface StrapUniforms {
  /** To the watch's own axes on the wrist: X along the forearm, Y across, Z out of the dial; and back. */
  readonly strapFromView: IUniform<Matrix4>
  readonly viewFromStrap: IUniform<Matrix4>
  /** Half the strap's inside across and from dial to far side, as made and as closed, metres. */
  readonly strap: IUniform<Vector4>
  /** Half of what stays as it is across: the case. */
  readonly strapCase: IUniform<number>
}

export function strapUniforms(): StrapUniforms {
  return {
    strapFromView: { value: new Matrix4() },
    viewFromStrap: { value: new Matrix4() },
    strap: { value: new Vector4(1, 1, 1, 1) },
    strapCase: { value: 0 },
  }
}

/**
 * Closes a strap as its holes or links allow, which its file cannot: the case and the strap's thickness stay, what lies between is drawn together. Light is taken as if nothing had moved, since
 * a strap turns by a few degrees only.
 */
export function closeStrap(vertexShader: string): string {
  return `${DECLARE}${vertexShader.replace('#include <project_vertex>', `#include <project_vertex>\n${MOVE}`)}`
}

const DECLARE = `
uniform mat4 strapFromView;
uniform mat4 viewFromStrap;
uniform vec4 strap;
uniform float strapCase;

vec3 closedStrap( vec3 p ) {
	float across = abs( p.y );
	float drawn = strapCase + ( across - strapCase ) * ( strap.z - strapCase ) / ( strap.x - strapCase );
	float shut = across < strapCase ? across : across < strap.x ? drawn : across - strap.x + strap.z;
	float share = strap.w / strap.y;
	float below = p.z > strap.y ? p.z : p.z > - strap.y ? strap.y + ( p.z - strap.y ) * share : p.z + 2.0 * ( strap.y - strap.w );
	return vec3( p.x, sign( p.y ) * shut, below );
}
`
const MOVE = `
mvPosition = viewFromStrap * vec4( closedStrap( ( strapFromView * mvPosition ).xyz ), 1.0 );
gl_Position = projectionMatrix * mvPosition;
`
